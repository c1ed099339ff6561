package org.engageconnector.simulators.genesyscloud.watch;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.memory.EventLedger;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;

/**
 * {@code GET /simulator/events?after=&limit=&outcome=&path=&list=&key=&eventId=}: what was posted, in order of arrival;
 * {@code after} is the sequence of the last one seen; {@code last=n} gives the last ones in place of the first.
 */
public final class EventEndpoints {

    private final EventLedger events;

    public EventEndpoints(EventLedger events) {
        this.events = events;
    }

    public void register(Router router) {
        router.on("GET", "/simulator/events", this::events);
    }

    private Answer events(Request request) {
        int after = request.number("after", 0, 0, Integer.MAX_VALUE);
        Predicate<RecordedEvent> fits = event -> event.sequence() > after;
        fits = fits.and(equal(request, "outcome", event -> event.outcome().name()))
                .and(equal(request, "path", RecordedEvent::path))
                .and(equal(request, "list", RecordedEvent::list))
                .and(equal(request, "key", RecordedEvent::key))
                .and(equal(request, "eventId", RecordedEvent::eventId));
        int last = request.number("last", 0, 0, 10_000);
        List<RecordedEvent> found =
                last > 0 ? events.last(fits, last) : events.find(fits, request.number("limit", 1_000, 1, 10_000));
        return Answer.ok(Json.MAPPER.valueToTree(found));
    }

    private static Predicate<RecordedEvent> equal(
            Request request, String parameter, Function<RecordedEvent, String> field) {
        String wanted = request.parameter(parameter).orElse("");
        return event -> wanted.isEmpty() || wanted.equalsIgnoreCase(field.apply(event));
    }
}
