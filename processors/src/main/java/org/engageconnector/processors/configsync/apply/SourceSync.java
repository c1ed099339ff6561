package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** The presence source of the tenant: made once, never deleted. */
final class SourceSync implements ObjectSync {

    private static final String PATH = "/api/v2/presence/sources";

    private final RunContext run;

    SourceSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        String name = change.label();
        JsonNode source = find(run.cloud(), name);
        if (source == null) {
            source = run.cloud()
                    .must(
                            "POST",
                            PATH,
                            ObjectSync.object().put("name", name).put("description", "EX Engage Connector"));
        }
        run.memory().put(new Confirmed.Source(source.path("id").asText(), name, run.now()));
    }

    /** The active source of a name, or {@code null}. */
    static JsonNode find(Cloud cloud, String name) {
        for (JsonNode source :
                cloud.must("GET", PATH + "?deactivated=false", null).path("entities")) {
            if (source.path("name").asText().equals(name)
                    && !source.path("deactivated").asBoolean()) {
                return source;
            }
        }
        return null;
    }
}
