package org.engageconnector.processors.configsync;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.engageconnector.processors.idmap.JsonReply;

/** The bean {@code syncApi} behind {@code /api/v1/sync} (docs/config-sync.md#rest). Thread-safe. */
public final class SyncApi {

    private final ConfigSync sync;
    private final Supplier<String> owner;

    /** @param owner which instance holds the lease now, empty when nobody is known to; may ask Redis */
    public SyncApi(ConfigSync sync, Supplier<String> owner) {
        this.sync = sync;
        this.owner = owner;
    }

    /** {@code GET /sync}: the last run, and what goes on now. */
    public void show(Exchange exchange) {
        Map<String, Object> json = SyncJson.of(sync.status());
        if (isStandby(json.get("state"))) {
            // its own runs are old or none: this is whom to ask
            json.put("owner", owner.get());
        }
        JsonReply.send(exchange, 200, json);
    }

    /**
     * {@code POST /sync}: a run as soon as possible; with {@code full=true} one that compares and writes everything again; with
     * {@code confirm=<plan id>} the plan that waits may go on.
     */
    public void start(Exchange exchange) {
        String full = exchange.getMessage().getHeader("full", "false", String.class);
        String planId = exchange.getMessage().getHeader("confirm", String.class);
        if (isStandby(sync.status().state())) {
            String acting = owner.get();
            JsonReply.error(
                    exchange,
                    409,
                    "standby",
                    (acting.isEmpty()
                                    ? "this instance stands by, and none holds the lease config-sync now; try again"
                                    : "instance " + acting + " holds the lease config-sync; ask that one")
                            + ", or POST /api/v1/tenant/sync, which any role passes on to it");
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

    private static boolean isStandby(Object state) {
        return "standby".equals(state);
    }
}
