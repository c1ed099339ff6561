package org.engageconnector.app.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A route file as a list of definitions, each under its kind and id, so that two versions can be compared. */
final class RouteText {

    /** A key that is there twice is a mistake: the second would silently win. */
    private static final ObjectMapper YAML = new ObjectMapper(
                    new YAMLFactory().disable(YAMLGenerator.Feature.SPLIT_LINES))
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static final RouteText EMPTY = new RouteText(YAML.createArrayNode());

    private final Map<String, JsonNode> definitions = new LinkedHashMap<>();

    private RouteText(JsonNode items) {
        int unnamed = 0;
        for (JsonNode item : items) {
            String kind = item.fieldNames().hasNext() ? item.fieldNames().next() : "";
            String id = item.path(kind).path("id").asText("");
            definitions.put(kind + " " + (id.isEmpty() ? "#" + unnamed++ : id), item);
        }
    }

    static RouteText of(String text) throws IOException {
        JsonNode items = YAML.readTree(text);
        return new RouteText(items == null ? YAML.createArrayNode() : items);
    }

    /** What is new or different against an older version, as the text of a route file; empty when nothing is. */
    String changedSince(RouteText older) throws IOException {
        var changed = YAML.createArrayNode();
        definitions.forEach((name, item) -> {
            if (!item.equals(older.definitions.get(name))) {
                changed.add(item);
            }
        });
        return changed.isEmpty() ? "" : YAML.writeValueAsString(changed);
    }

    /** The ids of the routes, those of REST verbs included; templates are no routes. */
    Set<String> routeIds() {
        Set<String> ids = new LinkedHashSet<>();
        definitions.forEach((name, item) -> {
            if (name.startsWith("route ")) {
                ids.add(name.substring("route ".length()));
            } else if (name.startsWith("rest ")) {
                item.findValues("routeId").forEach(id -> ids.add(id.asText()));
            }
        });
        return ids;
    }

    Set<String> templateIds() {
        Set<String> ids = new LinkedHashSet<>();
        definitions.keySet().stream()
                .filter(name -> name.startsWith("routeTemplate "))
                .forEach(name -> ids.add(name.substring("routeTemplate ".length())));
        return ids;
    }
}
