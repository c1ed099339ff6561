package org.engageconnector.processors.configsync.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engageconnector.processors.configsync.cloud.Cloud;

/** The presence sources of an organisation. */
public final class PresenceSources {

    /** Where they are. */
    public static final String PATH = "/api/v2/presence/sources";

    private PresenceSources() {}

    /** The active ones; one request. */
    public static List<ObjectNode> active(Cloud cloud) {
        List<ObjectNode> active = new ArrayList<>();
        cloud.must("GET", PATH + "?deactivated=false", null).path("entities").forEach(each -> {
            if (each instanceof ObjectNode source && !source.path("deactivated").asBoolean()) {
                active.add(source);
            }
        });
        return active;
    }

    /** The one of a name. */
    public static Optional<ObjectNode> named(List<ObjectNode> sources, String name) {
        return sources.stream()
                .filter(source -> source.path("name").asText().equals(name))
                .findFirst();
    }
}
