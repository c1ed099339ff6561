package org.engageconnector.simulators.genesyscloud.org;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;

/** {@code POST /users/search}: all criteria must fit; deleted users are found only when a criterion asks for the state. */
public final class UserSearchEndpoint {

    private final Organisation organisation;

    public UserSearchEndpoint(Organisation organisation) {
        this.organisation = organisation;
    }

    public void register(Router router) {
        router.on("POST", "/api/v2/users/search", this::search, "directory:user:view");
    }

    private Answer search(Request request) {
        ObjectNode body = request.object();
        Predicate<ObjectNode> fits = user -> true;
        boolean stateAsked = false;
        for (JsonNode criterion : body.path("query")) {
            fits = fits.and(toPredicate(criterion));
            for (JsonNode field : criterion.path("fields")) {
                stateAsked |= field.asText().equals("state");
            }
        }
        if (!stateAsked) {
            fits = fits.and(user -> !Organisation.state(user).equals("deleted"));
        }
        List<ObjectNode> found =
                organisation.users().listed(fits, organisation.surprises().listLagMillis());
        int size = Math.max(1, Math.min(500, body.path("pageSize").asInt(25)));
        int number = Math.max(1, body.path("pageNumber").asInt(1));
        ObjectNode answer = Json.object()
                .put("total", found.size())
                .put("pageCount", (found.size() + size - 1) / size)
                .put("pageSize", size)
                .put("pageNumber", number);
        ArrayNode results = answer.putArray("results");
        found.stream().skip((number - 1L) * size).limit(size).forEach(results::add);
        return Answer.ok(answer);
    }

    private static Predicate<ObjectNode> toPredicate(JsonNode criterion) {
        List<String> values = new ArrayList<>();
        criterion.path("values").forEach(value -> values.add(value.asText().toLowerCase(Locale.ROOT)));
        if (criterion.hasNonNull("value")) {
            values.add(criterion.get("value").asText().toLowerCase(Locale.ROOT));
        }
        String type = criterion.path("type").asText("EXACT");
        if (values.isEmpty() || criterion.path("fields").isEmpty()) {
            throw new Problem(400, "bad.request", "A search criterion needs fields and a value");
        }
        return user -> {
            for (JsonNode field : criterion.path("fields")) {
                String is = user.path(field.asText()).asText("").toLowerCase(Locale.ROOT);
                if (values.stream().anyMatch(value -> matches(type, is, value))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean matches(String type, String is, String value) {
        return switch (type) {
            case "EXACT" -> is.equals(value);
            case "STARTS_WITH" -> is.startsWith(value);
            case "CONTAINS" -> is.contains(value);
            default -> throw new Problem(400, "invalid.value", "The search type is not supported");
        };
    }
}
