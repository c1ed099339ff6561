package org.engageconnector.simulators.genesyscloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.simulators.genesyscloud.http.Json;

/** A call of the test resources: one line is a number, a batch list, and an event, in the order of time. */
public record WorkedCall(String name, List<Line> lines) {

    public static final List<String> NAMES = List.of(
            "queue-call",
            "abandoned-after-ivr",
            "no-answer",
            "internal",
            "outbound-with-hold-and-mute",
            "blind-transfer-to-user",
            "blind-transfer-to-queue",
            "blind-transfer-to-number",
            "consult-completed",
            "consult-cancelled",
            "conference",
            "merged",
            "phone-leg",
            "consult-to-queue");

    /** One event and the list it is posted in. */
    public record Line(String list, ObjectNode event) {}

    /** Reads a call and puts the ids of the organisation into it. */
    public static WorkedCall read(String name, FilledOrganisation organisation) {
        List<Line> lines = new ArrayList<>();
        for (String line : text(name).split("\n")) {
            if (!line.startsWith("#")) {
                String[] parts = line.replace("$source", organisation.source)
                        .replace("$userA", organisation.userA)
                        .replace("$userB", organisation.userB)
                        .replace("$queue1", organisation.queue1)
                        .replace("$queue2", organisation.queue2)
                        .replace("$code", organisation.code)
                        .split(" ", 3);
                lines.add(new Line(parts[1], object(parts[2])));
            }
        }
        return new WorkedCall(name, lines);
    }

    /** One request body with the events of some lines, grouped by list. */
    public static ObjectNode batch(List<Line> lines) {
        ObjectNode body = Json.object();
        lines.forEach(line -> body.withArray(line.list()).add(line.event()));
        return body;
    }

    public ObjectNode batch() {
        return batch(lines);
    }

    private static ObjectNode object(String json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream file = WorkedCall.class.getResourceAsStream("/genesyscloud/calls/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
