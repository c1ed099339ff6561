package org.engageconnector.simulators.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.play.PlayedCall;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;

/** Compares the played calls with the conversation events that Genesys Cloud took. */
final class CallJudge {

    private final OrganisationNames names;

    private final Unheard unheard;

    /** How long after its own time the last evidence of an event may come: the windows of docs/call-rules.md. */
    private static final long RELEASED_WITHIN = 2_000;

    private final Map<String, List<AcceptedEvent>> byCall = new LinkedHashMap<>();

    private final Findings findings = new Findings();

    CallJudge(OrganisationNames names, List<AcceptedEvent> accepted, Unheard unheard) {
        this.names = names;
        this.unheard = unheard;
        Map<String, String> callOfConversation = new HashMap<>();
        for (AcceptedEvent event : accepted) {
            String call = event.json().at("/sourceConfiguration/interactionId").asText("");
            if (!call.isEmpty()) {
                callOfConversation.putIfAbsent(event.text("conversationId"), call);
            }
        }
        for (AcceptedEvent event : accepted) {
            byCall.computeIfAbsent(
                            callOfConversation.getOrDefault(event.text("conversationId"), ""),
                            call -> new ArrayList<>())
                    .add(event);
        }
    }

    Findings judge(List<PlayedCall> calls) {
        for (PlayedCall call : calls) {
            Map<String, List<AcceptedEvent>> openOfCall = new LinkedHashMap<>();
            openOfCall.put(call.callUuid(), inOrder(call.callUuid()));
            call.expect().forEach(expected -> openOfCall.computeIfAbsent(conversation(call, expected), this::inOrder));
            EventMatch match = new EventMatch(names, call.switchName());
            for (ExpectedEvent expected : call.expect()) {
                List<AcceptedEvent> open = openOfCall.get(conversation(call, expected));
                AcceptedEvent found = open.stream()
                        .filter(event -> match.take(expected, event))
                        .findFirst()
                        .orElse(null);
                if (found == null) {
                    missing(call, expected);
                } else {
                    open.remove(found);
                    findings.found(found.arrivedAt() - found.time());
                }
            }
            if (unheardSince(call) == Long.MAX_VALUE) {
                openOfCall.values().stream()
                        .flatMap(List::stream)
                        .forEach(event -> findings.unexpected(call.scenario() + " " + call.callUuid() + ": "
                                + event.kind()
                                + " " + event.text("disconnectType") + " of " + Instant.ofEpochMilli(event.time())
                                + ", event id " + event.eventId()));
            }
        }
        return findings;
    }

    /** The main call that an event is expected for: a scenario may hold several. */
    private static String conversation(PlayedCall call, ExpectedEvent expected) {
        String named = expected.text("conversation");
        return named == null ? call.callUuid() : named;
    }

    private List<AcceptedEvent> inOrder(String call) {
        List<AcceptedEvent> events = new ArrayList<>(byCall.getOrDefault(call, List.of()));
        events.sort(Comparator.comparingLong(AcceptedEvent::time));
        return events;
    }

    private void missing(PlayedCall call, ExpectedEvent expected) {
        String what = call.scenario() + " " + call.callUuid() + ": " + expected.event() + " of "
                + Instant.ofEpochMilli(expected.at()) + " " + shown(expected);
        if (expected.at() + RELEASED_WITHIN >= unheardSince(call)) {
            findings.notPromised(what);
        } else {
            findings.lost(what);
        }
    }

    /** When the first evidence of a call was told to nobody. What came after it may rest on it, what came before does not. */
    private long unheardSince(PlayedCall call) {
        return call.evidence().stream()
                .filter(at -> unheard.ofCalls(call.switchName(), at))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Symbols and flags only; numbers of callers stay out of the report. */
    private static String shown(ExpectedEvent expected) {
        Map<String, Object> fields = new LinkedHashMap<>(expected.fields());
        List.of("ani", "dnis", "conversation", "destinationPhoneNumber").forEach(fields::remove);
        return fields.toString();
    }
}
