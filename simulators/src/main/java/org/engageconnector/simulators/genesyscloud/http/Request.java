package org.engageconnector.simulators.genesyscloud.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request with its whole body. Header names are in lower case. Immutable; the body is not copied.
 *
 * @param arrivedAt milliseconds since 1970
 * @param correlationId the {@code ININ-Correlation-Id} of the answer
 * @param variables what the path template of the route names in braces
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        long arrivedAt,
        String correlationId,
        Map<String, String> variables) {

    /** The same request as its route sees it. */
    public Request with(Map<String, String> pathVariables) {
        return new Request(method, path, query, headers, body, arrivedAt, correlationId, pathVariables);
    }

    /** A variable of the route's path template. */
    public String variable(String name) {
        return variables.get(name);
    }

    /** The first value of a query parameter; empty when it is missing or blank. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst().filter(value -> !value.isBlank());
    }

    /** All values of a query parameter, comma lists taken apart. */
    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .toList();
    }

    /** A whole number from the query, kept between the bounds given. */
    public int number(String name, int otherwise, int least, int most) {
        try {
            return Math.max(
                    least, Math.min(most, parameter(name).map(Integer::parseInt).orElse(otherwise)));
        } catch (NumberFormatException e) {
            throw new Problem(400, "bad.request", name + " is not a number");
        }
    }

    /** True when the query says {@code name=true}. */
    public boolean flag(String name) {
        return parameter(name).filter(Boolean::parseBoolean).isPresent();
    }

    /** The body as JSON; 415 when it says it is something else, 400 when it is not JSON. */
    public JsonNode json() {
        String type = headers.getOrDefault("content-type", "application/json").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw new Problem(415, "unsupported.media.type", "Only application/json is supported");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node != null && !node.isMissingNode()) {
                return node;
            }
        } catch (IOException e) {
            throw new Problem(400, "bad.request", "The request could not be understood by the server: not JSON");
        }
        throw new Problem(400, "bad.request", "The request needs a body");
    }

    /** The body as a JSON object, else 400. */
    public ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(400, "bad.request", "The body must be a JSON object");
    }

    /** The body as a JSON array, else 400. */
    public ArrayNode array() {
        if (json() instanceof ArrayNode array) {
            return array;
        }
        throw new Problem(400, "bad.request", "The body must be a JSON array");
    }
}
