package org.engageconnector.processors.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The answer to one request.
 *
 * @param status HTTP status
 * @param json its body; null when it is not JSON
 * @param correlationId Genesys Cloud's name for the request; empty when it gave none
 */
record Answer(int status, JsonNode json, String correlationId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(int status, String body, String correlationId) {
        JsonNode json = null;
        try {
            JsonNode read = body == null || body.isBlank() ? null : JSON.readTree(body);
            json = read != null && read.isObject() ? read : null;
        } catch (JsonProcessingException notJson) {
            json = null;
        }
        return new Answer(status, json, correlationId == null ? "" : correlationId);
    }

    /** The error code of an ErrorBody; empty when there is none. */
    String code() {
        return json == null ? "" : json.path("code").asText("");
    }

    /** The message of an ErrorBody, cut; empty when there is none. */
    String message() {
        String message = json == null ? "" : json.path("message").asText("");
        return message.length() > 300 ? message.substring(0, 300) + "..." : message;
    }

    /** Status, code and message in one line, for people. */
    String describe() {
        StringBuilder text = new StringBuilder().append(status);
        if (!code().isEmpty()) {
            text.append(' ').append(code());
        }
        if (!message().isEmpty()) {
            text.append(": ").append(message());
        }
        return text.toString();
    }
}
