package org.engageconnector.processors.configsync;

import java.nio.file.Path;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;

/**
 * The settings of config-sync.
 *
 * @param organisation {@code ex.org-id}
 * @param site what this site is called in the organisation
 * @param intervalMillis how often the Config DB is read
 * @param reconcileMillis how often the organisation is read and compared in full
 * @param workers requests that may be under way at once; 1 gives a fixed order
 * @param planFolder where a dry run writes its plan
 */
public record SyncSettings(
        SyncRules rules,
        String organisation,
        SiteName site,
        long intervalMillis,
        long reconcileMillis,
        boolean dryRun,
        int workers,
        Path planFolder) {

    /** Requests under way at once when nothing else is said: enough for the quota at answers that take 1.5 s. */
    public static final int WORKERS = 8;
}
