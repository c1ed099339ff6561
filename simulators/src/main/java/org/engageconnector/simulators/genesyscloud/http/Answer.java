package org.engageconnector.simulators.genesyscloud.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back for a request, and how.
 *
 * @param body never changed after it was handed over
 * @param manner how the bytes reach the client; faults change it
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Manner manner) {

    /** A JSON answer. */
    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json", Json.bytes(body));
    }

    /** 200 with JSON. */
    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    /** 204. */
    public static Answer noContent() {
        return new Answer(204, Map.of(), new byte[0], Manner.AT_ONCE);
    }

    /** An answer of any content type. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Manner.AT_ONCE);
    }

    /** The same answer with one header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, manner);
    }

    /** The same answer, delivered in another manner. */
    public Answer in(Manner other) {
        return new Answer(status, headers, body, other);
    }

    /**
     * How an answer reaches the client.
     *
     * @param delayMillis how long it is held back
     * @param end what then happens
     */
    public record Manner(long delayMillis, End end) {
        public static final Manner AT_ONCE = new Manner(0, End.WHOLE);
    }

    /** What becomes of an answer on its way. */
    public enum End {
        /** It arrives. */
        WHOLE,
        /** The connection is closed without a byte of it. */
        CLOSED,
        /** The connection is reset without a byte of it. */
        RESET,
        /** Half of it arrives, then the connection is closed. */
        CUT,
        /** Nothing arrives and the connection stays open until the client gives up. */
        SILENT,
        /** It arrives in sixteen pieces spread over two seconds. */
        SLOW
    }
}
