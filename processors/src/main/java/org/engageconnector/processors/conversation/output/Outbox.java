package org.engageconnector.processors.conversation.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Sent;
import org.engageconnector.processors.ids.DeterministicId;

/**
 * Turns what the rules decide into events: ids, times that strictly increase, JSON. What the ledger says was sent is not sent
 * again, and nothing goes out on a leg before its <i>Established</i> or after its end. One thread at a time.
 */
public final class Outbox {

    /** How the ledger notes that a leg was sent ringing: only such a leg can be answered. */
    static final String ALERTING = "alerting";

    private final String server;
    private final EngineSettings settings;
    private final EventCounter counter;
    private final List<ConversationEvent> events = new ArrayList<>();
    private String sourceId;
    private long due;
    private String rule = "";
    private Basis basis = Basis.NONE;

    public Outbox(String server, EngineSettings settings, EventCounter counter) {
        this.server = server;
        this.settings = settings;
        this.counter = counter;
    }

    public void sourceId(String id) {
        sourceId = id;
    }

    /** What is sent from now on was released by a wait that was due then; 0: by evidence. */
    public void due(long at) {
        due = at;
    }

    /** What is sent from now on is told by that rule of docs/call-rules.md. */
    void rule(String name) {
        rule = name;
    }

    /** What is sent from now on is made by that. */
    void basis(Basis now) {
        basis = now;
    }

    /** Takes the events that were collected since the last call. */
    public List<ConversationEvent> take() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<ConversationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    public String conversationId(Conversation conversation) {
        if (conversation.id == null) {
            conversation.id = DeterministicId.id(settings.tenant(), "conversation", server, conversation.main);
        }
        return conversation.id;
    }

    public String legId(Conversation conversation, Leg leg) {
        if (leg.id == null) {
            leg.id = DeterministicId.id(
                    settings.tenant(),
                    "leg",
                    conversationId(conversation),
                    leg.role.word(),
                    leg.dn,
                    Integer.toString(leg.n));
        }
        return leg.id;
    }

    public String commandId(Conversation conversation, Leg leaving, int n) {
        return DeterministicId.id(
                settings.tenant(),
                "command",
                conversationId(conversation),
                legId(conversation, leaving),
                Integer.toString(n));
    }

    /** Sends an event about a leg; gives the time it got, or had when it was sent before. */
    public long send(Conversation to, Leg leg, EventType type, long at, String detail, Consumer<JsonText> body) {
        int n = leg.next(type);
        String subject = subject(leg);
        boolean known = to.ledger.find(subject, type, n) != null;
        if (!known && to.started && !allowed(to, leg, type)) {
            counter.odd("out-of-state", to.main);
            return at;
        }
        return put(to, subject, () -> legId(to, leg), type, n, at, detail, json -> {
            if (type != EventType.END_CONSULT_TRANSFER && !type.word().contains("onsultTransfer")) {
                json.put("communicationId", legId(to, leg));
            }
            body.accept(json);
        });
    }

    /** Sends an event of a transfer command. */
    public long sendCommand(
            Conversation to, Leg leaving, int n, EventType type, long at, String detail, Consumer<JsonText> body) {
        String command = commandId(to, leaving, n);
        return put(to, subject(leaving) + ">" + n, () -> command, type, 1, at, detail, json -> {
            json.put("commandId", command);
            body.accept(json);
        });
    }

    /** How the ledger names a leg. */
    public static String subject(Leg leg) {
        return leg.role.word() + ' ' + leg.dn + ' ' + leg.n;
    }

    /** A leg that the ledger names so, for a last word on it. */
    public static Leg legOf(String subject) {
        int first = subject.indexOf(' ');
        int last = subject.lastIndexOf(' ');
        String word = subject.substring(0, first);
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                String dn = subject.substring(first + 1, last);
                return new Leg(Leg.NONE, role, dn, Integer.parseInt(subject.substring(last + 1)), "", 0);
            }
        }
        throw new IllegalArgumentException("not a leg: " + subject);
    }

    private static boolean allowed(Conversation to, Leg leg, EventType type) {
        String subject = subject(leg);
        boolean established = to.ledger.has(subject, established(leg));
        if (type.establishes()) {
            return !established;
        }
        boolean ended = to.ledger.has(subject, EventType.ENDED);
        return switch (type) {
            case ANSWERED ->
                established
                        && !ended
                        && ALERTING.equals(
                                to.ledger.find(subject, established(leg), 1).detail());
            case HOLD_UPDATED, AUDIO_UPDATED, ENDED -> established && !ended;
            case DISPOSITION_APPLIED -> ended && !to.ledger.has(subject, EventType.DISPOSITION_APPLIED);
            default -> established;
        };
    }

    public static EventType established(Leg leg) {
        return switch (leg.role) {
            case CUSTOMER -> EventType.EXTERNAL_ESTABLISHED;
            case QUEUE -> EventType.ROUTING_ESTABLISHED;
            case USER -> EventType.USER_ESTABLISHED;
            case PHONE -> EventType.PHONE_ESTABLISHED;
        };
    }

    private long put(
            Conversation to,
            String subject,
            java.util.function.Supplier<String> subjectId,
            EventType type,
            int n,
            long at,
            String detail,
            Consumer<JsonText> body) {
        Sent before = to.ledger.find(subject, type, n);
        if (before != null) {
            return before.at();
        }
        if (!to.started) {
            return at;
        }
        long time = to.ledger.timeFor(at);
        to.ledger.add(new Sent(subject, type, n, time, detail, rule, basis));
        String conversation = conversationId(to);
        String event = DeterministicId.id(
                settings.tenant(), "event", conversation, subjectId.get(), type.word(), Integer.toString(n));
        JsonText json = new JsonText()
                .put("eventId", event)
                .put("eventDateTime", IsoTime.text(time))
                .put("conversationId", conversation);
        body.accept(json);
        events.add(
                new ConversationEvent(type.list(), time, conversation, event, to.main, due, rule, basis, json.text()));
        return time;
    }

    /** Where the conversation comes from, as every <i>Established</i> says. */
    void source(Conversation conversation, JsonText json) {
        CallFacts facts = conversation.mainFacts();
        json.open("sourceConfiguration").put("sourceId", sourceId).put("interactionId", conversation.main);
        if (settings.linkSites() && facts != null) {
            json.put("tagId", facts.link);
        }
        json.close();
    }
}
