package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.configsync.cloud.Cloud;

/** The organisation's presence definitions: read only, one line of the ID map per system presence. */
final class PresenceDefinitions {

    private static final String PATH = "/api/v2/presence/definitions?deactivated=false";

    /** The names as the reference spells them; servers also write "On Queue" or "ON_QUEUE". */
    private static final List<String> NAMES =
            List.of("Available", "Away", "Busy", "Offline", "Idle", "OnQueue", "Meal", "Training", "Meeting", "Break");

    private PresenceDefinitions() {}

    /** A primary definition wins over secondary ones of the same system presence. */
    static List<IdMapLines.Line> lines(Cloud cloud) {
        Map<String, JsonNode> definitions = new TreeMap<>();
        for (JsonNode definition : cloud.must("GET", PATH, null).path("entities")) {
            if (!definition.path("deactivated").asBoolean()) {
                definitions.merge(
                        name(definition.path("systemPresence").asText()),
                        definition,
                        (one, other) -> primary(one) ? one : other);
            }
        }
        List<IdMapLines.Line> lines = new ArrayList<>();
        definitions.forEach((name, definition) -> lines.add(new IdMapLines.Line(
                MappingType.PRESENCE,
                name,
                definition.path("id").asText(),
                name,
                true,
                aliases(name, definition.path("systemPresence").asText()))));
        return lines;
    }

    private static boolean primary(JsonNode definition) {
        return definition.path("type").asText().equalsIgnoreCase("System")
                || definition.path("primary").asBoolean();
    }

    private static String name(String systemPresence) {
        return NAMES.stream()
                .filter(name -> plain(name).equals(plain(systemPresence)))
                .findFirst()
                .orElse(systemPresence);
    }

    private static List<String> aliases(String name, String systemPresence) {
        List<String> aliases = new ArrayList<>();
        for (String alias : List.of(systemPresence, plain(name), name.equals("OnQueue") ? "On Queue" : name)) {
            if (!alias.equals(name) && !aliases.contains(alias)) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private static String plain(String name) {
        return name.replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
