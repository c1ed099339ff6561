package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One well-formed event of a request.
 *
 * @param list the batch list it came in, for example {@code userEstablishedEvents}
 * @param key conversation id, or user id
 * @param time {@code eventDateTime}, milliseconds since 1970
 */
public record PostedEvent(EventPath path, String list, ObjectNode json, String eventId, String key, long time) {

    /** A text field; empty when it is not there. */
    String text(String field) {
        return json.path(field).asText("");
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    boolean flag(String field) {
        return json.path(field).asBoolean();
    }

    JsonNode initial(String field) {
        return json.path("initialConfiguration").path(field);
    }
}
