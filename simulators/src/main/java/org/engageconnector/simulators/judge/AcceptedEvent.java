package org.engageconnector.simulators.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event that Genesys Cloud took.
 *
 * @param sequence the order of arrival
 * @param request names the request it came in
 * @param kind the batch list without "Events", for example {@code userEstablished}
 * @param arrivedAt milliseconds since 1970
 */
public record AcceptedEvent(long sequence, String request, String kind, String eventId, long arrivedAt, JsonNode json) {

    /** {@code eventDateTime} in milliseconds since 1970. */
    public long time() {
        return Instant.parse(json.path("eventDateTime").asText()).toEpochMilli();
    }

    public String text(String field) {
        return json.path(field).asText("");
    }
}
