package org.engageconnector.app.replay.site;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.NearestName;
import org.engageconnector.processors.conversation.state.EngineSettings;

/**
 * A site as a YAML file says it (docs/replay.md); the {@code cast.yaml} of golden files is one. Immutable.
 *
 * @param agents by symbol; {@code null} when the file says nothing of agents
 * @param queues number to id, which may be empty; {@code null} when the file says nothing of queues
 * @param wrapUpCodes value to id, which may be empty; {@code null} when the file says nothing of them
 */
record SiteFile(
        String server,
        String tenant,
        String source,
        List<Person> agents,
        Map<String, String> queues,
        Set<String> unmappedExtensions,
        Set<String> unmappedQueues,
        Set<String> routePoints,
        Set<String> outside,
        Map<String, String> wrapUpCodes,
        EngineSettings settings) {

    private static final long MOST_BYTES = 32 << 20;
    private static final Set<String> KEYS = Set.of(
            "start",
            "server",
            "switch",
            "tenant",
            "source",
            "agents",
            "queues",
            "unmapped",
            "noLeg",
            "wrapUpCodes",
            "settings",
            "symbols");

    /** An agent; {@code null} for what the file does not say. */
    record Person(String dn, List<String> logins, String employeeId, String user) {

        String name() {
            return employeeId != null ? employeeId : logins.isEmpty() ? dn : logins.get(0);
        }
    }

    static SiteFile read(Path file) {
        JsonNode yaml;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file, "the file is larger than " + MOST_BYTES / (1 << 20) + " MB");
            }
            yaml = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (JacksonException e) {
            throw wrong(
                    file,
                    "it is no YAML: " + e.getOriginalMessage() + ", line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: " + e.getClass().getSimpleName());
        }
        if (yaml == null || !yaml.isObject()) {
            throw wrong(file, "it holds no site: a map is expected");
        }
        yaml.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw wrong(file, "it has no `" + key + "`; the nearest is `" + NearestName.of(key, KEYS) + "`");
            }
        });
        String tenant = text(yaml, "tenant", "101");
        return new SiteFile(
                text(yaml, "switch", text(yaml, "server", null)),
                tenant,
                text(yaml, "source", null),
                yaml.has("agents") ? agents(yaml.get("agents")) : null,
                yaml.has("queues") ? texts(yaml.get("queues")) : null,
                Set.copyOf(list(yaml.path("unmapped").path("extensions"))),
                Set.copyOf(list(yaml.path("unmapped").path("queues"))),
                Set.copyOf(list(yaml.path("noLeg").path("routePoints"))),
                Set.copyOf(outside(yaml.path("noLeg"))),
                yaml.has("wrapUpCodes") ? texts(yaml.get("wrapUpCodes")) : null,
                settings(tenant, yaml.path("settings")));
    }

    private static List<Person> agents(JsonNode node) {
        List<Person> agents = new ArrayList<>();
        for (JsonNode agent : node) {
            List<String> logins = new ArrayList<>(list(agent.path("loginCodes")));
            if (agent.hasNonNull("loginCode")) {
                logins.add(0, agent.get("loginCode").asText());
            }
            agents.add(new Person(
                    text(agent, "dn", null),
                    List.copyOf(logins),
                    text(agent, "employeeId", null),
                    text(agent, "user", null)));
        }
        return agents;
    }

    private static List<String> outside(JsonNode noLeg) {
        List<String> dns = new ArrayList<>();
        noLeg.properties().forEach(field -> {
            if (!field.getKey().equals("routePoints")) {
                dns.addAll(list(field.getValue()));
            }
        });
        return dns;
    }

    private static EngineSettings settings(String tenant, JsonNode node) {
        EngineSettings base = EngineSettings.defaults(tenant);
        EngineSettings.Windows windows = base.windows();
        JsonNode own = node.path("windows");
        return new EngineSettings(
                tenant,
                text(node, "dispositionKey", base.dispositionKey()),
                node.path("afterCallWorkRequired").asBoolean(base.afterCallWorkRequired()),
                text(node, "outboundQueueKey", base.outboundQueueKey()),
                node.path("linkSites").asBoolean(base.linkSites()),
                new EngineSettings.Windows(
                        millis(own, "lag", windows.lag()),
                        millis(own, "unknownCallType", windows.unknownCallType()),
                        millis(own, "requeue", windows.requeue()),
                        millis(own, "otherQueue", windows.otherQueue()),
                        millis(own, "afterCallWork", windows.afterCallWork()),
                        millis(own, "keepEndedCall", windows.keepEndedCall()),
                        millis(own, "keepAfterCallWork", windows.keepAfterCallWork()),
                        millis(own, "confirmAfterReconnect", windows.confirmAfterReconnect())));
    }

    private static long millis(JsonNode node, String name, long otherwise) {
        return node.hasNonNull(name) ? Math.round(node.get(name).asDouble() * 1000) : otherwise;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.isArray()) {
            node.forEach(value -> texts.put(value.asText(), ""));
        } else {
            node.properties()
                    .forEach(field -> texts.put(
                            field.getKey(),
                            field.getValue().isNull() ? "" : field.getValue().asText()));
        }
        return texts;
    }

    private static List<String> list(JsonNode node) {
        List<String> list = new ArrayList<>();
        node.forEach(value -> list.add(value.asText()));
        return list;
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.hasNonNull(name) ? node.get(name).asText() : otherwise;
    }

    private static CommandFailure wrong(Path file, String what) {
        return new CommandFailure(
                ExitCode.USAGE,
                "the site file is not understood: " + what,
                "--site " + file,
                "docs/replay.md shows what a site file holds");
    }
}
