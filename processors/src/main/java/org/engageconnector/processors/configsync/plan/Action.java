package org.engageconnector.processors.configsync.plan;

import java.util.Locale;

/** What a change does. */
public enum Action {
    CREATE,
    UPDATE,
    /** The Engage object was made again with a new DBID; the same Genesys Cloud object goes on under it. */
    TAKE_OVER,
    ACTIVATE,
    DEACTIVATE,
    /** Left in place, no longer kept in step. */
    RETIRE,
    SET;

    /** The name in JSON, logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
