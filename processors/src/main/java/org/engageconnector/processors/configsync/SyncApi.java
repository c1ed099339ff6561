package org.engageconnector.processors.configsync;

import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.processors.idmap.JsonReply;

/** The bean {@code syncApi} behind {@code /api/v1/sync} (docs/config-sync.md#rest). Thread-safe. */
public final class SyncApi {

    private final ConfigSync sync;

    public SyncApi(ConfigSync sync) {
        this.sync = sync;
    }

    /** {@code GET /sync}: the last run, and what goes on now. */
    public void show(Exchange exchange) {
        JsonReply.send(exchange, 200, SyncJson.of(sync.status()));
    }

    /**
     * {@code POST /sync}: a run as soon as possible; with {@code full=true} one that compares and writes everything again; with
     * {@code confirm=<plan id>} the plan that waits may go on.
     */
    public void start(Exchange exchange) {
        String full = exchange.getMessage().getHeader("full", "false", String.class);
        String planId = exchange.getMessage().getHeader("confirm", String.class);
        if (sync.status().state().equals("standby")) {
            JsonReply.error(exchange, 409, "standby", "another instance holds the lease config-sync; ask that one");
            return;
        }
        if (!full.equals("true") && !full.equals("false")) {
            JsonReply.error(exchange, 400, "parameter.invalid", "full is true or false");
            return;
        }
        if (planId == null || planId.isEmpty()) {
            if (full.equals("true")) {
                sync.wholeRunNow();
            } else {
                sync.runNow();
            }
        } else if (!sync.confirm(planId)) {
            JsonReply.error(
                    exchange,
                    409,
                    "plan.changed",
                    "no plan of that id waits; GET /api/v1/sync shows the one that does, if any");
            return;
        }
        JsonReply.send(exchange, 202, Map.of("accepted", true));
    }
}
