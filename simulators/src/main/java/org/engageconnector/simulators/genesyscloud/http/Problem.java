package org.engageconnector.simulators.genesyscloud.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in the shape of Genesys Cloud's ErrorBody. Thrown by endpoints; the server makes the answer of it. */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;

    public Problem(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** 404 as the platform words it. */
    public static Problem notFound(String what) {
        return new Problem(404, "not.found", "The requested " + what + " was not found");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The ErrorBody with the correlation id as {@code contextId}. */
    public Answer answer(String correlationId) {
        ObjectNode body = Json.object()
                .put("message", getMessage())
                .put("code", code)
                .put("status", status)
                .put("contextId", correlationId);
        body.putArray("details");
        body.putArray("errors");
        return Answer.json(status, body);
    }
}
