package org.engageconnector.processors.conversation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.golden.GoldenCase.Event;

/** Draws the golden scenarios as sequence pictures: docs/call-flows.md. */
final class CallFlowsPage {

    private static final String HEAD = """
            # Call flows

            Every golden scenario as a picture: what the three streams of a SIP Server pair report, and what Genesys Cloud is told at
            that moment. Times are seconds since the start; the time of a told event is its `eventDateTime`, which may be earlier than
            the moment when it was known. The pictures are drawn from the files in `processors/src/test/resources/golden` and
            `golden-own`; a test fails when this page is out of date and says how to write it anew.
            """;

    private static final Map<Integer, String> SHOWN = Map.of(
            TServerAttribute.CALL_STATE, "CallState",
            TServerAttribute.CAUSE, "Cause",
            TServerAttribute.THIRD_PARTY_DN, "to",
            TServerAttribute.PARTY_STATE, "PartyState",
            TServerAttribute.AGENT_WORK_MODE, "AgentWorkMode");

    private CallFlowsPage() {}

    static String text(List<GoldenCase> cases) {
        StringBuilder page = new StringBuilder(HEAD);
        for (GoldenCase golden : cases) {
            page.append("\n## ").append(golden).append("\n\n");
            page.append(golden.yaml.get("says").asText()).append(". Rules: ");
            List<String> rules = new ArrayList<>();
            golden.yaml.get("rules").forEach(rule -> rules.add(rule.asText()));
            page.append(String.join(", ", rules)).append(".\n\n");
            picture(golden, page);
        }
        return page.toString();
    }

    private static void picture(GoldenCase golden, StringBuilder page) {
        page.append("```mermaid\nsequenceDiagram\n")
                .append("    participant call\n    participant vq\n    participant extension\n")
                .append("    participant C as Connector\n    participant G as Genesys Cloud\n");
        CallEngine engine = new CallEngine("SIP_A", golden.settings, (what, example) -> {});
        List<JsonNode> expected = new ArrayList<>(golden.expect);
        Iterator<JsonNode> told = expected.iterator();
        long last = golden.cast.start;
        for (Event event : golden.events) {
            int[] sent = {0};
            // What falls due before an event is told before it
            engine.advance(event.at(), out -> sent[0]++);
            tell(told, sent[0], page);
            sent[0] = 0;
            page.append(String.format(
                    Locale.ROOT,
                    "    %s->>C: %.3f %s%n",
                    event.family().name().toLowerCase(Locale.ROOT),
                    (event.at() - golden.cast.start) / 1000.0,
                    words(event)));
            engine.event(event.family(), event.message(), event.at(), golden.cast, out -> sent[0]++);
            tell(told, sent[0], page);
            last = event.at();
        }
        int[] sent = {0};
        engine.advance(last + 20_000, out -> sent[0]++);
        tell(told, sent[0], page);
        page.append("```\n");
    }

    private static void tell(Iterator<JsonNode> told, int count, StringBuilder page) {
        for (int i = 0; i < count && told.hasNext(); i++) {
            JsonNode event = told.next();
            page.append(String.format(
                    Locale.ROOT,
                    "    C->>G: %.3f %s%s%n",
                    event.get("at").asDouble(),
                    event.get("event").asText(),
                    details(event)));
        }
    }

    private static String details(JsonNode event) {
        StringBuilder details = new StringBuilder();
        for (String field : List.of("leg", "destination", "disconnectType", "held", "finalState", "code")) {
            if (event.has(field)) {
                details.append(' ').append(event.get(field).asText());
            }
        }
        if (event.path("alerting").asBoolean()) {
            details.append(" alerting");
        }
        return details.toString();
    }

    private static String words(Event event) {
        StringBuilder words =
                new StringBuilder(TServerMessage.name(event.message().number()));
        String dn = event.message().text(TServerAttribute.THIS_DN);
        dn = dn == null ? event.message().text(TServerAttribute.DN) : dn;
        if (dn != null) {
            words.append(' ').append(dn);
        }
        SHOWN.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(shown -> {
            Object value = event.message().value(shown.getKey());
            if (value instanceof Integer number && shown.getKey() == TServerAttribute.PARTY_STATE) {
                words.append(" PartyState 0x")
                        .append(Integer.toHexString(number).toUpperCase(Locale.ROOT));
            } else if (value != null && !value.equals(0)) {
                words.append(' ').append(shown.getValue()).append(' ').append(value);
            }
        });
        return words.toString();
    }
}
