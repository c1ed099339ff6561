package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.site.PresenceSources;

/** The presence source of the tenant: made once, never deleted. Who makes it writes its site into it. */
final class SourceSync implements ObjectSync {

    private final RunContext run;

    SourceSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        String name = change.label();
        List<ObjectNode> sources = PresenceSources.active(run.cloud());
        for (ObjectNode each : sources) {
            run.site().foreign(each).ifPresent(other -> {
                throw new CloudException(
                        CloudException.Reach.RUN,
                        "site " + other.site() + " began to keep this organisation in step meanwhile");
            });
        }
        JsonNode source = PresenceSources.named(sources, name).orElse(null);
        if (source == null) {
            source = run.cloud()
                    .must(
                            "POST",
                            PresenceSources.PATH,
                            ObjectSync.object()
                                    .put("name", name)
                                    .put("description", run.site().description()));
            run.site().signed();
        }
        run.memory().put(new Confirmed.Source(source.path("id").asText(), name, run.now()));
    }
}
