package org.engageconnector.processors.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceBuilder;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.intake.DnAgents;
import org.engageconnector.processors.conversation.intake.EvidenceReader;
import org.engageconnector.processors.conversation.intake.Intake;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.processors.conversation.output.Outbox;
import org.engageconnector.processors.conversation.rules.Player;
import org.engageconnector.processors.conversation.state.CallTable;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.DueTimes;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.PartitionState;
import org.engageconnector.processors.conversation.state.Tombstones;
import org.engageconnector.processors.conversation.store.ConversationForm;
import org.engageconnector.processors.conversation.store.PartitionForm;

/**
 * From the Engage events of one SIP Server pair to conversation events (docs/call-rules.md). Pure: no input or output of its
 * own, and no clock but the largest event time. It never throws for what an event says. One thread at a time.
 */
public final class CallEngine {

    private static final long OLDEST = 600_000;
    private static final long FARTHEST_AHEAD = 60_000;
    private static final int MOST_CONVERSATIONS = 200_000;
    private static final String PARTITION = "partition";
    private static final String CALL = "call:";
    private static final String GONE = "gone:";
    private static final String LOGIN = "login:";

    private final EngineSettings settings;
    private final EventCounter counter;
    private final Outbox outbox;
    private final Player player;
    private final CallTable table = new CallTable();
    private final DueTimes dues = new DueTimes();
    private final Tombstones tombstones = new Tombstones();
    private final DnAgents agents = new DnAgents();
    private final Intake intake;
    private final CallsView views;
    private final Set<String> touched = new HashSet<>();
    private final Confirmation confirmation = new Confirmation(table, touched);
    private boolean heard;
    private PartitionState partition = new PartitionState();

    /**
     * An engine that knows no call yet.
     *
     * @param server the SIP Server pair: the switch's name
     */
    public CallEngine(String server, EngineSettings settings, EventCounter counter) {
        this.settings = settings;
        this.counter = counter;
        outbox = new Outbox(server, settings, counter);
        player = new Player(settings, outbox, counter);
        intake = new Intake(table, tombstones, agents, settings, counter);
        views = new CallsView(server, table, outbox);
    }

    /** An engine that knows what another one stored with {@link #takeChanges}. */
    public static CallEngine restored(
            String server, EngineSettings settings, EventCounter counter, Map<String, byte[]> states) {
        CallEngine engine = new CallEngine(server, settings, counter);
        byte[] partition = states.get(PARTITION);
        if (partition != null) {
            try {
                engine.partition = PartitionForm.read(partition);
            } catch (RuntimeException e) {
                // as at a first start: the calls stay, and the record is written anew with the next event
                counter.odd("unreadable-state", PARTITION);
            }
        }
        states.forEach((key, state) -> {
            try {
                engine.restore(key, state);
            } catch (RuntimeException e) {
                counter.odd("unreadable-state", key);
            }
        });
        return engine;
    }

    private void restore(String key, byte[] state) {
        if (key.startsWith(CALL)) {
            Conversation conversation = ConversationForm.read(state);
            player.play(conversation, clock());
            table.add(conversation);
            dues.set(
                    conversation.main,
                    Math.min(conversation.nextDue(), Lifetimes.end(conversation, settings.windows())));
        } else if (key.startsWith(GONE)) {
            tombstones.add(key.substring(GONE.length()), PartitionForm.time(state));
        } else if (key.startsWith(LOGIN)) {
            agents.login(key.substring(LOGIN.length()), PartitionForm.text(state));
        }
    }

    /** What changed since the last call, in its stored form; {@code null} for what is forgotten. */
    public Map<String, byte[]> takeChanges() {
        Map<String, byte[]> changes = new HashMap<>();
        for (String main : touched) {
            Conversation conversation = table.find(main);
            boolean gone = conversation == null || !conversation.main.equals(main);
            changes.put(CALL + main, gone ? null : ConversationForm.write(conversation));
        }
        touched.clear();
        tombstones
                .takeChanges()
                .forEach((call, at) -> changes.put(GONE + call, at < 0 ? null : PartitionForm.time(at)));
        agents.takeChanges()
                .forEach((dn, login) -> changes.put(LOGIN + dn, login.isEmpty() ? null : PartitionForm.text(login)));
        if (heard || !changes.isEmpty()) {
            heard = false;
            changes.put(PARTITION, PartitionForm.write(partition));
        }
        return changes;
    }

    /**
     * Takes one event.
     *
     * @param appendedAt Redis' time at its append, milliseconds since 1970
     * @param sink gets what is to be told to Genesys Cloud, in order
     */
    public void event(
            Family family,
            Message message,
            long appendedAt,
            SiteDirectory directory,
            Consumer<ConversationEvent> sink) {
        outbox.sourceId(directory.sourceId());
        boolean replayed = message.integer(TServerAttribute.RELIABILITY, 0) != 0
                || message.number() == TServerMessage.EVENT_REGISTERED;
        long at = time(message, appendedAt);
        if (at > appendedAt + FARTHEST_AHEAD) {
            counter.odd("ahead-of-time", name(message));
            at = appendedAt;
        }
        if (!replayed && partition.newest != Long.MIN_VALUE && at < partition.newest - OLDEST) {
            counter.odd("too-late", name(message));
            return;
        }
        heard = true;
        partition.appendedAt = Math.max(partition.appendedAt, appendedAt);
        if (!replayed || partition.newest == Long.MIN_VALUE) {
            partition.newest = Math.max(partition.newest, at);
            advance(at, sink);
        }
        agentEvent(family, message, at, sink);
        confirmation.registered(message);
        Evidence evidence = intake.take(family, message, at, directory, this::take);
        if (evidence != null) {
            confirmation.confirm(intake.conversation(), evidence.dn());
            give(intake.conversation(), evidence, sink);
        } else if (intake.conversation() != null) {
            after(intake.conversation(), sink);
        }
    }

    /** Lets time pass: whatever falls due fires first, in the order in which it is due. */
    public void advance(long to, Consumer<ConversationEvent> sink) {
        partition.clock = Math.max(partition.clock, to);
        while (dues.next() <= partition.clock) {
            outbox.due(dues.next());
            Conversation conversation = table.find(dues.take());
            if (conversation != null) {
                play(conversation);
                after(conversation, sink);
            }
            outbox.due(0);
        }
        endUnconfirmed(sink);
        tombstones.forget(partition.clock);
    }

    /**
     * Lets time pass as Redis' clock does since the last entry was appended. Only where nothing is left unread: a backlog must
     * never fire waits early.
     */
    public void runOn(long redisTime, SiteDirectory directory, Consumer<ConversationEvent> sink) {
        outbox.sourceId(directory.sourceId());
        if (partition.clock != Long.MIN_VALUE && redisTime > partition.appendedAt) {
            advance(now(redisTime), sink);
        }
    }

    /** Engine time at a Redis time not before the last entry's append. */
    long now(long redisTime) {
        if (partition.newest == Long.MIN_VALUE) {
            return redisTime;
        }
        return Math.max(partition.clock, partition.newest + Math.max(0, redisTime - partition.appendedAt));
    }

    /** The engine's clock: the largest event time, or as far as time was let pass; milliseconds since 1970. */
    public long clock() {
        return partition.clock;
    }

    public int liveCalls() {
        return table.size();
    }

    /** Lets the rules read evidence; a call on which they fail is dropped, and no other is touched. */
    private void take(Conversation conversation, Evidence evidence) {
        conversation.remember(evidence);
        try {
            player.take(conversation, evidence, partition.clock);
        } catch (RuntimeException e) {
            counter.failed(conversation.main, e);
            forget(conversation);
        }
    }

    private void play(Conversation conversation) {
        try {
            player.play(conversation, partition.clock);
            settleLife(conversation);
        } catch (RuntimeException e) {
            counter.failed(conversation.main, e);
            forget(conversation);
        }
    }

    private void give(Conversation conversation, Evidence evidence, Consumer<ConversationEvent> sink) {
        boolean starts = evidence.kind() == EvidenceKind.RINGING
                || evidence.kind() == EvidenceKind.DIALING
                || evidence.kind() == EvidenceKind.ESTABLISHED;
        if (starts && evidence.dn() != null) {
            for (Conversation other : table.at(evidence.dn())) {
                if (other != conversation) {
                    tell(other, evidence.elsewhere(other.main), sink);
                }
            }
        }
        take(conversation, evidence);
        after(conversation, sink);
        Conversation target = evidence.kind() == EvidenceKind.MOVED ? table.find(evidence.otherCall()) : null;
        if (target != null && target != conversation && evidence.dn() != null) {
            take(target, evidence.arrivedIn(target.main));
            after(target, sink);
        }
        if (table.size() > MOST_CONVERSATIONS) {
            counter.odd("too-many-calls", conversation.main);
            forget(conversation);
        }
    }

    private void agentEvent(Family family, Message message, long at, Consumer<ConversationEvent> sink) {
        if (family != Family.EXTENSION) {
            return;
        }
        String dn = message.text(TServerAttribute.THIS_DN);
        EvidenceKind kind = EvidenceReader.ofAgent(message);
        if (kind != null && dn != null) {
            for (Conversation conversation : table.at(dn)) {
                tell(conversation, EvidenceReader.ofAgent(message, kind, at, conversation.main), sink);
            }
        }
    }

    private void tell(Conversation conversation, Evidence evidence, Consumer<ConversationEvent> sink) {
        take(conversation, evidence);
        after(conversation, sink);
    }

    /** After every change: send, remember, and set the next time. */
    private void after(Conversation conversation, Consumer<ConversationEvent> sink) {
        outbox.take().forEach(sink);
        touched.add(conversation.main);
        if (table.find(conversation.main) == conversation) {
            table.index(conversation);
            dues.set(
                    conversation.main,
                    Math.min(conversation.nextDue(), Lifetimes.end(conversation, settings.windows())));
        }
    }

    private void settleLife(Conversation conversation) {
        if (Lifetimes.end(conversation, settings.windows()) > partition.clock) {
            return;
        }
        if (conversation.overAt < 0) {
            counter.odd("older-than-a-day", conversation.main);
            Evidence lost = new EvidenceBuilder(partition.clock, Family.CALL, EvidenceKind.LOST)
                    .call(conversation.main)
                    .build();
            take(conversation, lost);
        } else {
            if (!conversation.started) {
                counter.neverSent();
            }
            forget(conversation);
        }
    }

    private void forget(Conversation conversation) {
        table.remove(conversation);
        conversation.calls.keySet().forEach(call -> tombstones.add(call, partition.clock));
        dues.set(conversation.main, Long.MAX_VALUE);
    }

    private static long time(Message message, long otherwise) {
        Integer seconds = message.integer(TServerAttribute.TIME_IN_SECS);
        int micros = message.integer(TServerAttribute.TIME_IN_U_SECS, 0);
        return seconds == null ? otherwise : Integer.toUnsignedLong(seconds) * 1000 + micros / 1000;
    }

    private static String name(Message message) {
        String name = TServerMessage.name(message.number());
        return name == null ? "other" : name;
    }

    /** A session of intake came up, ended its resync, or went down: control entries of the journal. */
    public void control(String word, String family, Map<String, String> headers, long appendedAt) {
        heard = true;
        long at = now(appendedAt);
        if (new Coverage(partition, settings.windows().confirmAfterReconnect()).control(word, family, headers, at)) {
            confirmation.doubtAll();
        }
    }

    private void endUnconfirmed(Consumer<ConversationEvent> sink) {
        Coverage coverage = new Coverage(partition, settings.windows().confirmAfterReconnect());
        if (!coverage.confirmationOver()) {
            return;
        }
        for (Evidence lost : confirmation.lost(coverage.closeGap())) {
            counter.odd("not-confirmed", lost.call());
            Conversation conversation = table.find(lost.call());
            take(conversation, lost);
            after(conversation, sink);
        }
    }

    /** The engine's calls for people; on the engine's thread only. */
    CallsView views() {
        return views;
    }
}
