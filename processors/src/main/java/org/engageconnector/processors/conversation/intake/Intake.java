package org.engageconnector.processors.conversation.intake;

import java.util.Comparator;
import java.util.function.BiConsumer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.CallTable;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.Tombstones;

/** Finds the call an event is about, learns facts, joins consults to their parents, and reads the evidence. */
public final class Intake {

    private final CallTable table;
    private final Tombstones tombstones;
    private final DnAgents agents;
    private final EventCounter counter;
    private final EvidenceReader evidenceReader;
    private final FactsReader factsReader;
    private Conversation conversation;

    public Intake(
            CallTable table, Tombstones tombstones, DnAgents agents, EngineSettings settings, EventCounter counter) {
        this.table = table;
        this.tombstones = tombstones;
        this.agents = agents;
        this.counter = counter;
        evidenceReader = new EvidenceReader(agents, settings.dispositionKey());
        factsReader = new FactsReader(settings.outboundQueueKey());
    }

    /** The conversation that the last event is about; {@code null} when it is about none. */
    public Conversation conversation() {
        return conversation;
    }

    /** Gives {@code null} when the event is not about a call, or says nothing that counts. */
    public Evidence take(
            Family family,
            Message message,
            long at,
            SiteDirectory directory,
            BiConsumer<Conversation, Evidence> moved) {
        conversation = null;
        if (TextBounds.exceededBy(message)) {
            counter.odd("text-too-long", Integer.toString(message.number()));
            return null;
        }
        login(family, message);
        String call = callOf(message);
        if (call == null || !aboutCalls(message.number())) {
            return null;
        }
        if (tombstones.has(call)) {
            counter.odd("after-the-end", call);
            return null;
        }
        conversation = table.find(call);
        if (conversation == null) {
            if (opensNothing(message.number())) {
                return null;
            }
            conversation = table.open(call, at);
        }
        CallFacts facts = conversation.calls.get(call);
        factsReader.learn(facts, message, family, at, directory);
        for (String orphan : table.learn(facts, message.longInteger(TServerAttribute.CONN_ID))) {
            join(table.find(orphan), call, moved);
        }
        String other = otherCall(message);
        parent(facts, message, other, moved);
        conversation = table.find(call);
        Conversation elsewhere = table.find(other);
        if (elsewhere != null && elsewhere != conversation) {
            other = elsewhere.main;
        }
        Evidence evidence = evidenceReader.read(message, family, at, facts, other, directory);
        if (evidence != null && evidence.dn() == null && needsDn(evidence.kind())) {
            counter.odd("without-dn", call);
            return null;
        }
        if (evidence != null && evidence.kind() == EvidenceKind.QUEUED && evidence.queueId() == null) {
            counter.unmappedQueue(evidence.dn());
        }
        return evidence;
    }

    private static boolean needsDn(EvidenceKind kind) {
        return switch (kind) {
            case CREATED, DATA, DELETED, MOVED, LOST -> false;
            default -> true;
        };
    }

    private void login(Family family, Message message) {
        if (family != Family.EXTENSION) {
            return;
        }
        String dn = message.text(TServerAttribute.THIS_DN);
        switch (message.number()) {
            case TServerMessage.EVENT_AGENT_LOGIN, TServerMessage.EVENT_REGISTERED ->
                agents.login(dn, message.text(TServerAttribute.AGENT_ID));
            case TServerMessage.EVENT_AGENT_LOGOUT -> agents.logout(dn);
            default -> {}
        }
    }

    private String callOf(Message message) {
        String call = message.text(TServerAttribute.CALL_UUID);
        if (call == null) {
            KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
            call = extensions == null ? null : extensions.text("CallUUID");
        }
        if (call == null) {
            call = table.callOf(message.longInteger(TServerAttribute.CONN_ID));
        }
        return call == null && message.number() == TServerMessage.EVENT_USER_EVENT ? lastCallAt(message) : call;
    }

    /** A desktop may send its wrap-up code without saying of which call: it is the DN's last. */
    private String lastCallAt(Message message) {
        String dn = message.text(TServerAttribute.THIS_DN);
        return dn == null || message.has(TServerAttribute.CONN_ID)
                ? null
                : table.at(dn).stream()
                        .max(Comparator.comparingLong(each -> each.lastAt))
                        .map(each -> each.main)
                        .orElse(null);
    }

    private static boolean aboutCalls(int number) {
        return number >= TServerMessage.EVENT_QUEUED && number <= TServerMessage.EVENT_PARTY_DELETED
                || number == TServerMessage.EVENT_ATTACHED_DATA_CHANGED
                || number == TServerMessage.EVENT_USER_EVENT
                || number == TServerMessage.EVENT_MUTE_ON
                || number == TServerMessage.EVENT_MUTE_OFF
                || number >= TServerMessage.EVENT_CALL_CREATED && number <= TServerMessage.EVENT_CALL_PARTY_DELETED;
    }

    /** Ends and data of a call that nobody heard of before are no reason to remember it. */
    private static boolean opensNothing(int number) {
        return switch (number) {
            case TServerMessage.EVENT_RELEASED,
                    TServerMessage.EVENT_ABANDONED,
                    TServerMessage.EVENT_DIVERTED,
                    TServerMessage.EVENT_PARTY_DELETED,
                    TServerMessage.EVENT_USER_EVENT,
                    TServerMessage.EVENT_CALL_DELETED,
                    TServerMessage.EVENT_CALL_PARTY_DELETED -> true;
            default -> false;
        };
    }

    private String otherCall(Message message) {
        String other = message.text(TServerAttribute.NEW_CALL_UUID);
        if (other == null) {
            other = message.text(TServerAttribute.REF_CALL_UUID);
        }
        if (other == null && message.number() == TServerMessage.EVENT_PARTY_CHANGED) {
            other = table.callOf(message.longInteger(TServerAttribute.PREVIOUS_CONN_ID));
        }
        return other;
    }

    /** A consult: OrigCallUUID or RefCallUUID at its creation, PreviousConnID on its DN events, or what it is merged into. */
    private void parent(CallFacts facts, Message message, String other, BiConsumer<Conversation, Evidence> moved) {
        String parent = null;
        switch (message.number()) {
            case TServerMessage.EVENT_CALL_CREATED -> {
                parent = message.text(TServerAttribute.ORIG_CALL_UUID);
                parent = parent != null ? parent : other;
            }
            case TServerMessage.EVENT_CALL_PARTY_MOVED, TServerMessage.EVENT_CALL_DELETED -> parent = other;
            case TServerMessage.EVENT_PARTY_CHANGED -> {
                Conversation consult = table.find(other);
                if (consult != null && consult != conversation && !consult.ready) {
                    join(consult, facts.uuid, moved);
                }
            }
            default -> {
                Long conn = message.longInteger(TServerAttribute.PREVIOUS_CONN_ID);
                if (conn != null && !conn.equals(message.longInteger(TServerAttribute.CONN_ID))) {
                    parent = table.callOf(conn);
                    if (parent == null && facts.uuid.equals(conversation.main)) {
                        table.awaitParent(facts.uuid, conn);
                    }
                }
            }
        }
        boolean own = facts.uuid.equals(conversation.main) && !conversation.ready;
        if (parent != null && !parent.equals(facts.uuid) && own) {
            if (table.find(parent) == null && !tombstones.has(parent)) {
                table.open(parent, facts.firstAt);
            }
            join(conversation, parent, moved);
        }
    }

    private void join(Conversation consult, String parentCall, BiConsumer<Conversation, Evidence> moved) {
        Conversation parent = table.find(parentCall);
        if (consult == null || parent == null || consult == parent || consult.ready) {
            return;
        }
        for (Evidence evidence : table.attach(consult, parent, parentCall)) {
            moved.accept(parent, evidence);
        }
    }
}
