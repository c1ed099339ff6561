package org.engageconnector.simulators.genesyscloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.engageconnector.simulators.genesyscloud.http.Problem;

/**
 * The events of one request: counted over all lists, checked one by one against the schema, the well-formed ones in the order
 * of their {@code eventDateTime} (docs/simulators.md#what-it-refuses).
 */
record EventBatch(List<PostedEvent> events, List<Bad> malformed) {

    /** Events of a request over all lists. */
    static final int MOST = 100;

    /** An event that is not well-formed; its id as far as it has one. */
    record Bad(String list, String eventId, JsonNode json, EventSchema.Malformed why) {}

    /** Reads a request body; a {@link Problem} when the request as a whole cannot be taken. */
    static EventBatch read(EventPath path, ObjectNode body, EventSchema schema) {
        List<PostedEvent> events = new ArrayList<>();
        List<Bad> malformed = new ArrayList<>();
        int count = 0;
        for (var list : body.properties()) {
            if (!schema.knows(path.batch(), list.getKey())) {
                throw new Problem(400, "invalid.property", "The request has a property that is not known");
            }
            if (!list.getValue().isArray()) {
                throw new Problem(400, "invalid.value", list.getKey() + " is not an array");
            }
            count += list.getValue().size();
        }
        if (count == 0) {
            throw new Problem(400, "zero.events.submitted", "No events were submitted");
        }
        if (count > MOST) {
            throw new Problem(400, "max.batch.size.surpassed", "Max batch size is 100");
        }
        for (var list : body.properties()) {
            for (JsonNode json : list.getValue()) {
                Optional<EventSchema.Malformed> bad = schema.check(path.batch(), list.getKey(), json);
                Optional<Long> time = bad.isPresent() ? Optional.empty() : timeOf(json);
                if (time.isPresent()) {
                    events.add(new PostedEvent(
                            path,
                            list.getKey(),
                            (ObjectNode) json,
                            json.get("eventId").asText(),
                            json.get(path.key()).asText(),
                            time.get()));
                } else {
                    EventSchema.Malformed why =
                            bad.orElse(new EventSchema.Malformed("invalid.date", "eventDateTime: is not a date"));
                    malformed.add(new Bad(list.getKey(), json.path("eventId").asText(""), json, why));
                }
            }
        }
        events.sort(Comparator.comparingLong(PostedEvent::time));
        return new EventBatch(events, malformed);
    }

    private static Optional<Long> timeOf(JsonNode json) {
        try {
            return Optional.of(Instant.parse(json.get("eventDateTime").asText()).toEpochMilli());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
