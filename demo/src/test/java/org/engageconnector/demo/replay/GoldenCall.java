package org.engageconnector.demo.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** A golden file: its events as messages, and who is who in it as a site file. */
final class GoldenCall {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path RESOURCES = Path.of("../processors/src/test/resources");
    private static final long RUN = 1_772_323_200;

    /** One event; {@code at} in milliseconds since 1970. */
    record Event(long at, org.engageconnector.simulators.engage.scenario.Stream stream, Message message) {}

    final String name;
    final JsonNode yaml;
    final JsonNode cast;
    final long start;
    final List<Event> events = new ArrayList<>();

    GoldenCall(Path file) {
        this(read(file), read(RESOURCES.resolve("golden/cast.yaml")), 0);
    }

    /** @param startAt milliseconds since 1970; 0 for the cast's own start */
    private GoldenCall(JsonNode yaml, JsonNode cast, long startAt) {
        this.yaml = yaml;
        this.cast = cast;
        name = yaml.get("name").asText();
        start = startAt != 0
                ? startAt
                : Instant.parse(cast.get("start").asText()).toEpochMilli();
        long number = 0;
        for (JsonNode event : yaml.get("events")) {
            events.add(event(++number, event));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The same call at another time. */
    GoldenCall at(long startAt) {
        return new GoldenCall(yaml, cast, startAt);
    }

    /** The same call as a server tells of it whose clock is ahead. */
    GoldenCall later(long millis) {
        return at(start + millis);
    }

    /** The same call of a server that prints no times but its stamps. */
    GoldenCall withoutTimes() {
        GoldenCall copy = at(start);
        copy.events.replaceAll(event -> new Event(
                event.at(),
                event.stream(),
                without(without(event.message(), TServerAttribute.TIME_IN_SECS), TServerAttribute.TIME_IN_U_SECS)));
        return copy;
    }

    /** The same call and cast with another text in place of one. */
    GoldenCall renamed(String text, String other) {
        return new GoldenCall(replaced(yaml, text, other), replaced(cast, text, other), start);
    }

    /** The same call without an attached key. */
    GoldenCall without(String key) {
        GoldenCall copy = at(start);
        copy.events.replaceAll(event -> new Event(event.at(), event.stream(), withoutKey(event.message(), key)));
        return copy;
    }

    private static Message without(Message message, int id) {
        return new Message(
                message.number(),
                message.attributes().stream().filter(each -> each.id() != id).toList());
    }

    private static Message withoutKey(Message message, String key) {
        return new Message(
                message.number(),
                message.attributes().stream()
                        .map(each -> each.value() instanceof KeyValueList list
                                ? new Message.Attribute(
                                        each.id(),
                                        new KeyValueList(list.pairs().stream()
                                                .filter(pair -> !pair.key().equals(key))
                                                .toList()))
                                : each)
                        .toList());
    }

    private static JsonNode replaced(JsonNode node, String text, String other) {
        try {
            return YAML.readTree(YAML.writeValueAsString(node).replace(text, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every golden file that the rules' tests play. */
    static List<GoldenCall> all() {
        return Stream.of("golden", "golden-own")
                .flatMap(folder -> in(RESOURCES.resolve(folder)).stream())
                .toList();
    }

    static GoldenCall named(String name) {
        return all().stream().filter(call -> call.name.equals(name)).findFirst().orElseThrow();
    }

    static List<GoldenCall> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("cast.yaml"))
                    .sorted()
                    .map(GoldenCall::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cast with this file's settings. */
    Path site(Path folder) throws IOException {
        ObjectNode site = cast.deepCopy();
        ((ObjectNode) site.get("settings")).setAll((ObjectNode) yaml.get("settings"));
        return Files.writeString(folder.resolve(name + ".site.yaml"), site.toString());
    }

    String symbol(String text) {
        return cast.path("symbols").path(text).asText(text);
    }

    private Event event(long number, JsonNode event) {
        long at = start + Math.round(event.get("at").asDouble() * 1000);
        Message.Builder message =
                Message.of(TServerMessage.number(event.get("message").asText()));
        event.properties().forEach(field -> {
            Integer id = TServerAttribute.number(field.getKey());
            if (id != null) {
                message.with(id, value(TServerAttribute.type(id), field.getValue()));
            }
        });
        message.with(TServerAttribute.TIME_IN_SECS, (int) (at / 1000))
                .with(TServerAttribute.TIME_IN_U_SECS, (int) (at % 1000) * 1000)
                .with(TServerAttribute.SERVER_START_TIME, (int) RUN)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, number);
        return new Event(
                at,
                org.engageconnector.simulators.engage.scenario.Stream.valueOf(
                        event.get("stream").asText().toUpperCase(java.util.Locale.ROOT)),
                message.build());
    }

    private Object value(Class<?> type, JsonNode value) {
        if (type == Long.class) {
            return Long.parseUnsignedLong(symbol(value.asText()), 16);
        }
        if (type == Integer.class) {
            return value.asInt();
        }
        return type == KeyValueList.class ? list(value) : symbol(value.asText());
    }

    private KeyValueList list(JsonNode node) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            Object read =
                    value.isObject() ? list(value) : value.isInt() ? (Object) value.asInt() : symbol(value.asText());
            pairs.add(new KeyValueList.Pair(field.getKey(), read));
        });
        return new KeyValueList(pairs);
    }

    @Override
    public String toString() {
        return name;
    }
}
