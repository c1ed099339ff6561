package org.engageconnector.simulators.engage.scenario;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads scenarios and their cast from YAML, from a folder or from those that come with the simulator. Thread-safe. */
public final class ScenarioFiles {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** The golden scenarios. */
    private static final List<String> GOLDEN = List.of(
            "abandoned-in-queue",
            "abandoned-while-ringing",
            "blind-transfer-to-agent",
            "blind-transfer-to-outside-number",
            "blind-transfer-to-queue",
            "conference-then-one-leaves",
            "consult-then-cancel",
            "consult-then-complete",
            "diverted-to-another-queue",
            "hold-and-retrieve-twice",
            "inbound-answered-agent-hangs-up",
            "inbound-queued-answered",
            "internal-agent-to-agent",
            "outbound-answered",
            "ring-no-answer-second-agent",
            "two-queues-one-wins");

    /** Scenarios of the simulator's own, for what the golden ones do not show. */
    private static final List<String> OWN =
            List.of("more/answered-from-unmapped-queue", "more/internal-to-extension-without-agent");

    private final ObjectMapper yaml =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** All scenarios that come with the simulator: the golden ones and {@link #own}. */
    public List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(golden());
        all.addAll(own());
        return all;
    }

    /** The golden scenarios, by name. */
    public List<Scenario> golden() {
        return load(GOLDEN);
    }

    /** Scenarios in the same format that only the simulator has, by name. */
    public List<Scenario> own() {
        return load(OWN);
    }

    private List<Scenario> load(List<String> names) {
        return names.stream()
                .map(name -> scenario(name + ".yaml", resource(name + ".yaml")))
                .toList();
    }

    /** The cast of the scenarios that come with the simulator. */
    public Cast bundledCast() {
        return cast("cast.yaml", resource("cast.yaml"));
    }

    /** One scenario file. @throws IllegalArgumentException when it is no scenario, with the name of the file */
    public Scenario read(Path file) {
        return scenario(file.toString(), open(file));
    }

    /** A cast file. @throws IllegalArgumentException when it is no cast, with the name of the file */
    public Cast readCast(Path file) {
        return cast(file.toString(), open(file));
    }

    private Scenario scenario(String file, InputStream in) {
        Map<String, Object> tree = tree(file, in);
        try {
            return new Scenario(
                    text(tree, "name"),
                    text(tree, "says"),
                    texts(tree.get("rules")),
                    map(tree.get("settings")),
                    maps(tree.get("events")).stream().map(ScenarioFiles::event).toList(),
                    maps(tree.get("expect")).stream()
                            .map(ScenarioFiles::expected)
                            .toList(),
                    text(tree, "orders"),
                    texts(tree.get("witnesses")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " is no scenario: " + e.getMessage(), e);
        }
    }

    private Cast cast(String file, InputStream in) {
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

    private static InputStream resource(String name) {
        InputStream in = ScenarioFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The simulator was built without " + name);
        }
        return in;
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
