package org.engageconnector.simulators.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Counts events that were accepted before an event they depend on: the one that established a leg they name. */
final class OrderJudge {

    private static final Set<String> LEGS = Set.of(
            "communicationId",
            "initiatingCommunicationId",
            "targetCommunicationId",
            "objectCommunicationId",
            "destinationCommunicationId");

    private OrderJudge() {}

    static int outOfOrder(List<AcceptedEvent> accepted) {
        Map<String, AcceptedEvent> established = new HashMap<>();
        for (AcceptedEvent event : accepted) {
            if (event.kind().endsWith("Established")) {
                established.putIfAbsent(event.text("communicationId"), event);
            }
        }
        int count = 0;
        for (AcceptedEvent event : accepted) {
            count += legs(event).stream().anyMatch(leg -> before(event, established.get(leg))) ? 1 : 0;
        }
        return count;
    }

    /** Inside a request the platform orders by time, so a later place in the list is no disorder. */
    private static boolean before(AcceptedEvent event, AcceptedEvent established) {
        return established == null
                || event.sequence() < established.sequence()
                        && !(event.request().equals(established.request()) && event.time() >= established.time());
    }

    private static Set<String> legs(AcceptedEvent event) {
        Set<String> legs = new TreeSet<>();
        Iterable<String> fields = () -> event.json().fieldNames();
        StreamSupport.stream(fields.spliterator(), false)
                .filter(LEGS::contains)
                .forEach(field -> legs.add(event.text(field)));
        return legs;
    }
}
