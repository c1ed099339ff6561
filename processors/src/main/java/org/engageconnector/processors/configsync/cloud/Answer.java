package org.engageconnector.processors.configsync.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * An answer of the Platform API.
 *
 * @param body missing when there is none or it is no JSON
 * @param headers first value each, names in whatever case the server uses
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    public Answer {
        body = body == null ? MissingNode.getInstance() : body;
        headers = Map.copyOf(headers);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Error code of the body, empty when there is none. */
    public String code() {
        return body.path("code").asText("");
    }

    /** Error text of the body, empty when there is none. */
    public String message() {
        return body.path("message").asText("");
    }

    /** For the support of Genesys; empty when there is none. */
    public String correlationId() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ININ-Correlation-Id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** A clash of versions or names: {@code general.conflict} stands under 400 and 409 alike. */
    public boolean conflict() {
        return status == 409
                || status == 400 && (code().equals("general.conflict") || code().equals("request.conflict"));
    }

    /** A 400 or 409 that says the name is taken. */
    public boolean duplicate() {
        return conflict() || status == 400 && code().contains("duplicate");
    }
}
