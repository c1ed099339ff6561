package org.engageconnector.simulators.genesyscloud.memory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.engageconnector.simulators.genesyscloud.http.Json;

/**
 * One event as it was posted, and what became of it.
 *
 * @param sequence grows by one with every event, from 1
 * @param arrivedAt milliseconds since 1970, when the request was whole
 * @param client name of the OAuth client that posted it
 * @param list the batch list, for example {@code userEstablishedEvents}
 * @param key conversation id, or user id; empty when the event is malformed
 * @param refusal family of the reason, empty when it was taken
 * @param message words of the error, empty when it was taken
 * @param json the event as text, which takes a fifth of the memory of a tree
 */
public record RecordedEvent(
        long sequence,
        long arrivedAt,
        String correlationId,
        String client,
        String path,
        String list,
        String eventId,
        String key,
        Outcome outcome,
        String refusal,
        String message,
        boolean retryable,
        @JsonIgnore String json) {

    /** The event as it was posted. */
    @JsonProperty("event")
    public JsonNode event() {
        return Json.parse(json);
    }

    /** What became of an event. */
    public enum Outcome {
        ACCEPTED,
        /** Accepted before with equal content: taken silently, changes nothing. */
        REPEATED,
        REFUSED
    }
}
