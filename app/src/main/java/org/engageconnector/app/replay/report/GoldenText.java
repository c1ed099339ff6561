package org.engageconnector.app.replay.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.app.replay.play.ToldEvent;
import org.engageconnector.app.replay.site.ReplaySite;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.processors.conversation.state.EngineSettings;

/** One call as a golden file (docs/call-rules.md), with nobody's numbers, names or ids in it. */
final class GoldenText {

    private static final Set<Integer> DNS = Set.of(
            TServerAttribute.THIS_DN,
            TServerAttribute.THIS_QUEUE,
            TServerAttribute.OTHER_DN,
            TServerAttribute.THIRD_PARTY_DN,
            TServerAttribute.DN,
            TServerAttribute.ANI,
            TServerAttribute.DNIS,
            TServerAttribute.DIALED_NUMBER);
    private static final Set<Integer> CALLS = Set.of(
            TServerAttribute.CALL_UUID,
            TServerAttribute.NEW_CALL_UUID,
            TServerAttribute.ORIG_CALL_UUID,
            TServerAttribute.REF_CALL_UUID);
    private static final Set<Integer> PARTIES =
            Set.of(TServerAttribute.PARTY_UUID, TServerAttribute.REF_PARTY, TServerAttribute.CTRL_PARTY);
    private static final Set<Integer> CONNS = Set.of(
            TServerAttribute.CONN_ID,
            TServerAttribute.PREVIOUS_CONN_ID,
            TServerAttribute.TRANSFER_CONN_ID,
            TServerAttribute.REF_CONN_ID,
            TServerAttribute.ORIGIN_CONN_ID);
    private static final Set<Integer> NUMBERS = Set.of(
            TServerAttribute.CALL_TYPE,
            TServerAttribute.CALL_STATE,
            TServerAttribute.CAUSE,
            TServerAttribute.THIS_DN_ROLE,
            TServerAttribute.OTHER_DN_ROLE,
            TServerAttribute.THIRD_PARTY_DN_ROLE,
            TServerAttribute.PARTY_STATE,
            TServerAttribute.AGENT_WORK_MODE,
            TServerAttribute.RELIABILITY);
    private static final Map<String, String> LEGS = Map.of(
            "communicationId",
            "leg",
            "initiatingCommunicationId",
            "initiating",
            "targetCommunicationId",
            "target",
            "objectCommunicationId",
            "object",
            "destinationCommunicationId",
            "destination");

    private final CallStory story;
    private final ReplaySite site;
    private final Anonymous anonymous;
    private final long start;
    private final Map<String, String> legs = new HashMap<>();
    private final Map<String, Integer> legCounts = new HashMap<>();

    GoldenText(CallStory story, ReplaySite site) {
        this.story = story;
        this.site = site;
        this.anonymous = new Anonymous(story, site.directory());
        this.start = story.firstAt();
    }

    String text(String name) {
        List<String> events = new ArrayList<>();
        Map<Long, String> inOrder = new TreeMap<>();
        story.seen().forEach(seen -> inOrder.put(seen.order(), "  - {" + event(seen) + "}"));
        story.elsewhere().forEach(seen -> inOrder.put(seen.order(), readyFor(seen)));
        events.addAll(inOrder.values());
        List<String> expect = new ArrayList<>();
        story.told().forEach(told -> expect.add("  - {" + expected(told) + "}"));
        List<String> lines = new ArrayList<>();
        lines.add("name: " + name);
        lines.add("says: A call from a log, with numbers, names and ids replaced");
        lines.add("rules: []");
        lines.add("cast: default" + (anonymous.fitsTheDefaultCast() ? "" : " # and more agents or queues than it has"));
        lines.add("settings: " + settings());
        lines.add("events:");
        lines.addAll(events);
        lines.add(expect.isEmpty() ? "expect: []" : "expect:");
        lines.addAll(expect);
        lines.add("orders: given");
        lines.add("witnesses: [all]");
        return String.join("\n", lines) + "\n";
    }

    private String settings() {
        EngineSettings base = EngineSettings.defaults("");
        EngineSettings own = site.settings();
        List<String> fields = new ArrayList<>();
        if (!own.dispositionKey().equals(base.dispositionKey())) {
            fields.add("dispositionKey: " + quoted(own.dispositionKey()));
        }
        if (own.afterCallWorkRequired() != base.afterCallWorkRequired()) {
            fields.add("afterCallWorkRequired: " + own.afterCallWorkRequired());
        }
        if (!own.outboundQueueKey().equals(base.outboundQueueKey())) {
            fields.add("outboundQueueKey: " + quoted(own.outboundQueueKey()));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private String event(SeenEvent seen) {
        List<String> fields = new ArrayList<>();
        fields.add("at: " + seconds(seen.at()));
        fields.add("stream: " + seen.family().name().toLowerCase(java.util.Locale.ROOT));
        fields.add("message: " + seen.name());
        Message message = seen.message();
        for (int i = 0; i < message.size(); i++) {
            String value = value(message.id(i), message.valueAt(i));
            if (value != null) {
                fields.add(TServerAttribute.name(message.id(i)) + ": " + value);
            }
        }
        return String.join(", ", fields);
    }

    /** The agent begins another call, which would be a second one in this file: being ready says as much for this call. */
    private String readyFor(SeenEvent seen) {
        return "  # the agent begins another call\n  - {at: " + seconds(seen.at())
                + ", stream: extension, message: EventAgentReady, ThisDN: " + quoted(anonymous.dn(seen.dn())) + "}";
    }

    private String value(int id, Object value) {
        if (value instanceof String text) {
            if (DNS.contains(id)) {
                return quoted(anonymous.dn(text));
            }
            if (CALLS.contains(id)) {
                return anonymous.call(text);
            }
            return PARTIES.contains(id)
                    ? anonymous.party(text)
                    : id == TServerAttribute.AGENT_ID ? quoted(anonymous.login(text)) : null;
        }
        if (value instanceof Long number) {
            return CONNS.contains(id) ? quoted(anonymous.conn(number)) : null;
        }
        if (value instanceof KeyValueList list) {
            return id == TServerAttribute.EXTENSIONS
                    ? extensions(list)
                    : id == TServerAttribute.USER_DATA ? data(list) : null;
        }
        return value instanceof Integer number && NUMBERS.contains(id)
                ? id == TServerAttribute.PARTY_STATE ? "0x" + Integer.toHexString(number) : number.toString()
                : null;
    }

    private String extensions(KeyValueList list) {
        List<String> pairs = new ArrayList<>();
        if (list.text("VQID") != null) {
            pairs.add("VQID: " + anonymous.stay(list.text("VQID")));
        }
        if (list.text("CallUUID") != null) {
            pairs.add("CallUUID: " + anonymous.call(list.text("CallUUID")));
        }
        return pairs.isEmpty() ? null : "{" + String.join(", ", pairs) + "}";
    }

    private String data(KeyValueList list) {
        List<String> pairs = new ArrayList<>();
        String disposition = list.text(site.settings().dispositionKey());
        if (disposition != null) {
            pairs.add(quoted(site.settings().dispositionKey()) + ": " + quoted(anonymous.value(disposition)));
        }
        String queue = list.text(site.settings().outboundQueueKey());
        if (queue != null) {
            pairs.add(quoted(site.settings().outboundQueueKey()) + ": " + quoted(anonymous.dn(queue)));
        }
        return pairs.isEmpty() ? null : "{" + String.join(", ", pairs) + "}";
    }

    private String expected(ToldEvent told) {
        JsonNode body = told.body();
        List<String> fields = new ArrayList<>();
        fields.add("at: " + seconds(told.event().at()));
        fields.add("event: " + told.kind());
        fields.add("conversation: " + anonymous.call(told.event().callUuid()));
        body.properties().forEach(field -> {
            String name = LEGS.get(field.getKey());
            if (name != null) {
                fields.add(name + ": " + leg(told, field.getValue().asText()));
            }
        });
        if (body.has("commandId")) {
            fields.add("command: " + legs.computeIfAbsent(body.get("commandId").asText(), id -> count("transfer")));
        }
        named(fields, told, "user", "userId");
        named(fields, told, "destinationUser", "destinationUserId");
        named(fields, told, "queue", "queueId");
        named(fields, told, "destinationQueue", "destinationQueueId");
        named(fields, told, "code", "code");
        for (String field : new String[] {"phoneNumber", "destinationPhoneNumber"}) {
            if (body.hasNonNull(field)) {
                fields.add(field + ": " + quoted(anonymous.dn(body.get(field).asText())));
            }
        }
        if (told.kind().equals("externalEstablished")) {
            for (String field : new String[] {"ani", "dnis"}) {
                if (body.hasNonNull(field)) {
                    fields.add(
                            field + ": " + quoted(anonymous.dn(body.get(field).asText())));
                }
            }
        }
        for (String field : new String[] {"disconnectType", "held", "transferType", "finalState"}) {
            if (body.hasNonNull(field)) {
                fields.add(field + ": " + body.get(field).asText());
            }
        }
        configuration(fields, body);
        return String.join(", ", fields);
    }

    private void configuration(List<String> fields, JsonNode body) {
        JsonNode initial = body.path("initialConfiguration");
        for (String field : new String[] {"inbound", "alerting"}) {
            if (initial.has(field)) {
                fields.add(field + ": " + initial.get(field).asText());
            }
        }
        if (initial.hasNonNull("invitedBy")) {
            fields.add(
                    "invitedBy: " + legs.getOrDefault(initial.get("invitedBy").asText(), "unknown"));
        }
        if (body.path("afterCallWorkRequired").asBoolean()) {
            fields.add("afterCallWorkRequired: true");
        }
        JsonNode audio = body.has("audioState") ? body.get("audioState") : initial.path("audioState");
        if (body.has("audioState")
                || !audio.path("canHear").asBoolean(true)
                || !audio.path("canSpeak").asBoolean(true)) {
            fields.add("audioState: {canHear: " + audio.path("canHear").asBoolean(true) + ", canSpeak: "
                    + audio.path("canSpeak").asBoolean(true) + "}");
        }
    }

    private void named(List<String> fields, ToldEvent told, String name, String field) {
        String value = told.names().get(field);
        if (value != null) {
            fields.add(name + ": "
                    + quoted(
                            switch (name) {
                                case "user", "destinationUser" -> anonymous.agent(value);
                                case "queue", "destinationQueue" -> anonymous.dn(value);
                                default -> anonymous.value(value);
                            }));
        }
    }

    private String leg(ToldEvent told, String id) {
        return legs.computeIfAbsent(id, each -> switch (told.kind()) {
            case "userEstablished" ->
                count("user-" + anonymous.agent(told.names().get("userId")));
            case "routingEstablished" -> "queue-" + legCounts.merge("queue", 1, Integer::sum);
            case "phoneEstablished" -> count("phone");
            case "externalEstablished" -> count("customer");
            default -> count("leg");
        });
    }

    private String count(String name) {
        int n = legCounts.merge(name, 1, Integer::sum);
        return n == 1 ? name : name + "-" + n;
    }

    private String seconds(long at) {
        return BigDecimal.valueOf(at - start, 3).toPlainString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
