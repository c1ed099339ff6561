package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;

/** What provisioning bodies and filters have in common. */
final class Bodies {

    private Bodies() {}

    /** The trimmed text of a required field, else 400 with that code. */
    static String required(ObjectNode body, String field, String code) {
        String text = body.path(field).asText("").trim();
        if (text.isEmpty()) {
            throw new Problem(400, code, field + " is required");
        }
        return text;
    }

    /** The {@code id} of every entry of an array of at most {@code most} entries. */
    static List<String> ids(ArrayNode body, int most) {
        if (body.size() > most) {
            throw new Problem(400, "bad.request", "Not more than " + most + " entries are allowed in a request");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : body) {
            if (!entry.path("id").isTextual()) {
                throw new Problem(400, "constraint.validation", "id is required");
            }
            ids.add(entry.get("id").asText());
        }
        return ids;
    }

    /** Same name, case apart. */
    static Predicate<ObjectNode> named(String name) {
        return object -> object.path("name").asText().equalsIgnoreCase(name);
    }

    /** The {@code id=} filter of a list; everything fits when it is missing. */
    static Predicate<ObjectNode> ids(Request request) {
        List<String> ids = request.parameters("id");
        return object -> ids.isEmpty() || ids.contains(object.path("id").asText());
    }

    /** The {@code name=} filter that means "starts with". */
    static Predicate<ObjectNode> startsWith(Request request) {
        String start = request.parameter("name").orElse("").toLowerCase(Locale.ROOT);
        return object -> object.path("name").asText().toLowerCase(Locale.ROOT).startsWith(start);
    }

    /** The {@code name=} filter with a leading or trailing {@code *}; the whole name otherwise. */
    static Predicate<ObjectNode> wildcard(Request request) {
        String pattern = request.parameter("name").orElse("*").toLowerCase(Locale.ROOT);
        String words = pattern.replaceAll("^\\*|\\*$", "");
        boolean open = pattern.startsWith("*");
        boolean openEnd = pattern.endsWith("*");
        return object -> {
            String name = object.path("name").asText().toLowerCase(Locale.ROOT);
            return open && openEnd
                    ? name.contains(words)
                    : open ? name.endsWith(words) : openEnd ? name.startsWith(words) : name.equals(words);
        };
    }
}
