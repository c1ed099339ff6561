package org.engageconnector.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Set;

/** Shows a part of a status report as indented lines. */
final class StatusLines {

    /** Parts that the heading of a role shows already, or that only programs want. */
    static final Set<String> HEAD = Set.of("role", "instance", "ready", "notReady", "routes", "reportedAt", "awaited");

    private static final int MOST_ENTRIES = 20;

    private StatusLines() {}

    static void print(PrintStream out, String name, JsonNode value) {
        print(out, name, value, "    ");
    }

    private static void print(PrintStream out, String name, JsonNode value, String indent) {
        if (value.isValueNode()) {
            out.println(indent + name + ": " + value.asText());
            return;
        }
        if (value.isEmpty()) {
            out.println(indent + name + ": none");
            return;
        }
        out.println(indent + name + ":");
        if (value.isObject()) {
            value.properties().forEach(field -> print(out, field.getKey(), field.getValue(), indent + "    "));
            return;
        }
        int shown = 0;
        for (JsonNode entry : value) {
            if (shown++ == MOST_ENTRIES) {
                out.println(indent + "    ... and " + (value.size() - MOST_ENTRIES) + " more");
                break;
            }
            out.println(indent + "    " + (entry.isValueNode() ? entry.asText() : entry));
        }
    }
}
