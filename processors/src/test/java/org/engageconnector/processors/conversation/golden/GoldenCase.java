package org.engageconnector.processors.conversation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.state.EngineSettings;

/** One golden file: events, expectations, settings. */
final class GoldenCase {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    static final Path GIVEN = Path.of("src/test/resources/golden");
    static final Path OWN = Path.of("src/test/resources/golden-own");

    /** One line of {@code events}: {@code at} in milliseconds since 1970. */
    record Event(int line, long at, Family family, Message message) {
        boolean isCallParty() {
            return family == Family.CALL && message.number() >= TServerMessage.EVENT_CALL_PARTY_ADDED;
        }

        boolean isAgentState() {
            return message.number() >= TServerMessage.EVENT_AGENT_LOGIN
                    && message.number() <= TServerMessage.EVENT_AGENT_NOT_READY;
        }
    }

    final Path file;
    final JsonNode yaml;
    final Cast cast;
    final EngineSettings settings;
    final List<Event> events = new ArrayList<>();
    final List<JsonNode> expect = new ArrayList<>();
    final List<String> witnesses = new ArrayList<>();
    final boolean anyOrder;

    private GoldenCase(Path file) {
        this.file = file;
        try {
            yaml = YAML.readTree(Files.readString(file));
            cast = new Cast(YAML.readTree(Files.readString(GIVEN.resolve("cast.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        EngineSettings base = EngineSettings.defaults("101");
        JsonNode changed = yaml.path("settings");
        settings = new EngineSettings(
                base.tenant(),
                changed.path("dispositionKey").asText(base.dispositionKey()),
                changed.path("afterCallWorkRequired").asBoolean(base.afterCallWorkRequired()),
                changed.path("outboundQueueKey").asText(base.outboundQueueKey()),
                false,
                base.windows());
        int line = 0;
        for (JsonNode event : yaml.get("events")) {
            events.add(event(line++, event));
        }
        yaml.get("expect").forEach(expect::add);
        yaml.get("witnesses").forEach(witness -> witnesses.add(witness.asText()));
        anyOrder = "any".equals(yaml.path("orders").asText());
    }

    static List<GoldenCase> all() {
        return Stream.of(GIVEN, OWN)
                .filter(Files::isDirectory)
                .flatMap(GoldenCase::in)
                .toList();
    }

    private static Stream<GoldenCase> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("cast.yaml"))
                    .sorted()
                    .map(GoldenCase::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events of a witness set. */
    List<Event> events(String witness) {
        return switch (witness) {
            case "without-call-party" ->
                events.stream().filter(e -> !e.isCallParty()).toList();
            case "without-extension-calls" ->
                events.stream()
                        .filter(e -> e.family() != Family.EXTENSION || e.isAgentState())
                        .toList();
            default -> events;
        };
    }

    @Override
    public String toString() {
        return yaml.get("name").asText();
    }

    private Event event(int line, JsonNode event) {
        long at = cast.start + Math.round(event.get("at").asDouble() * 1000);
        Family family = Family.of(event.get("stream").asText());
        Message.Builder message =
                Message.of(TServerMessage.number(event.get("message").asText()));
        event.properties().forEach(field -> {
            Integer id = TServerAttribute.number(field.getKey());
            if (id != null) {
                message.with(id, value(id, field.getValue()));
            }
        });
        message.with(TServerAttribute.TIME_IN_SECS, (int) (at / 1000));
        message.with(TServerAttribute.TIME_IN_U_SECS, (int) (at % 1000) * 1000);
        message.with(TServerAttribute.SERVER_START_TIME, 1772323200);
        message.with(TServerAttribute.EVENT_SEQUENCE_NUMBER, (long) line + 1);
        return new Event(line, at, family, message.build());
    }

    private Object value(int id, JsonNode value) {
        Class<?> type = TServerAttribute.type(id);
        if (type == Long.class) {
            return Long.parseUnsignedLong(cast.symbol(value.asText()), 16);
        }
        if (type == Integer.class) {
            return value.asInt();
        }
        if (type == KeyValueList.class) {
            return list(value);
        }
        return cast.symbol(value.asText());
    }

    private KeyValueList list(JsonNode node) {
        List<KeyValueList.Pair> pairs = new ArrayList<>();
        node.properties()
                .forEach(field -> pairs.add(new KeyValueList.Pair(
                        field.getKey(),
                        field.getValue().isObject()
                                ? list(field.getValue())
                                : field.getValue().isInt()
                                        ? (Object) field.getValue().asInt()
                                        : cast.symbol(field.getValue().asText()))));
        return new KeyValueList(pairs);
    }
}
