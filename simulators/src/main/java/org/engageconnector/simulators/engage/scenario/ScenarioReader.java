package org.engageconnector.simulators.engage.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** YAML to scenarios and casts. What cannot be read is an IllegalArgumentException that names the file. Thread-safe. */
final class ScenarioReader {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    Scenario scenario(String file, InputStream in) {
        Map<String, Object> tree = tree(file, in);
        try {
            return new Scenario(
                    text(tree, "name"),
                    text(tree, "says"),
                    texts(tree.get("rules")),
                    map(tree.get("settings")),
                    maps(tree.get("events")).stream().map(ScenarioReader::event).toList(),
                    maps(tree.get("expect")).stream()
                            .map(ScenarioReader::expected)
                            .toList(),
                    text(tree, "orders"),
                    texts(tree.get("witnesses")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " is no scenario: " + e.getMessage(), e);
        }
    }

    Cast cast(String file, InputStream in) {
        Map<String, Object> tree = tree(file, in);
        try {
            Map<String, Cast.CastAgent> agents = new LinkedHashMap<>();
            map(tree.get("agents")).forEach((symbol, value) -> {
                Map<String, Object> a = map(value);
                agents.put(
                        symbol,
                        new Cast.CastAgent(
                                text(a, "dn"),
                                text(a, "loginCode"),
                                text(a, "employeeId"),
                                text(a, "place"),
                                text(a, "user")));
            });
            Map<String, Object> unmapped = map(tree.get("unmapped"));
            List<String> noLeg = new ArrayList<>();
            map(tree.get("noLeg")).values().forEach(dns -> noLeg.addAll(texts(dns)));
            return new Cast(
                    text(tree, "start"),
                    text(tree, "source"),
                    agents,
                    strings(tree.get("queues")),
                    texts(unmapped.get("extensions")),
                    texts(unmapped.get("queues")),
                    noLeg,
                    strings(tree.get("wrapUpCodes")),
                    map(tree.get("settings")),
                    strings(tree.get("symbols")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " is no cast: " + e.getMessage(), e);
        }
    }

    private static ScenarioEvent event(Map<String, Object> line) {
        Map<String, Object> attributes = new LinkedHashMap<>(line);
        attributes.keySet().removeAll(List.of("at", "stream", "message"));
        return new ScenarioEvent(
                millis(line.get("at")),
                Stream.valueOf(text(line, "stream").toUpperCase(Locale.ROOT)),
                text(line, "message"),
                attributes);
    }

    private static ExpectedEvent expected(Map<String, Object> line) {
        Map<String, Object> fields = new LinkedHashMap<>(line);
        fields.keySet().removeAll(List.of("at", "event"));
        return new ExpectedEvent(millis(line.get("at")), text(line, "event"), fields);
    }

    private static long millis(Object seconds) {
        return new BigDecimal(seconds.toString()).movePointRight(3).longValueExact();
    }

    private Map<String, Object> tree(String file, InputStream in) {
        try (in) {
            return yaml.readValue(in, TREE);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? null : value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    private static List<String> texts(Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }

    private static Map<String, String> strings(Object value) {
        Map<String, String> strings = new LinkedHashMap<>();
        map(value).forEach((key, text) -> strings.put(key, text.toString()));
        return strings;
    }
}
