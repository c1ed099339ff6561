package org.engageconnector.processors.conversation.rules;

import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.processors.conversation.output.Events;
import org.engageconnector.processors.conversation.output.Outbox;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.LegTable;
import org.engageconnector.processors.conversation.state.Wait;

/**
 * Event sourcing with rewind. Reads a conversation's evidence in the order of its time, whatever the order of its arrival:
 * evidence that comes late is put in its place, and what lies behind is read again from the last certain state. The ledger
 * keeps what was already sent, so reading again only ever adds. This is how every interleaving of the streams comes to the
 * same legs (docs/call-rules.md#evidence).
 */
public final class Player {

    /** A log longer than this becomes certain before its time: bounded memory against floods. */
    private static final int LONGEST_LOG = 2000;

    private final EngineSettings settings;
    private final Outbox outbox;
    private final EventCounter counter;

    public Player(EngineSettings settings, Outbox outbox, EventCounter counter) {
        this.settings = settings;
        this.outbox = outbox;
        this.counter = counter;
    }

    /** Takes evidence at the engine's clock. */
    public void take(Conversation conversation, Evidence e, long clock) {
        settle(conversation, clock);
        if (!insert(conversation, e)) {
            return;
        }
        conversation.lastAt = Math.max(conversation.lastAt, e.at());
        play(conversation, clock);
    }

    /** Reads what can be read, and runs the waits that are due. */
    public void play(Conversation conversation, long clock) {
        if (!conversation.ready && !becomesReady(conversation, clock)) {
            return;
        }
        if (conversation.typeIsJudged) {
            correctType(conversation);
        }
        conversation.heldUpUntil = -1;
        Rules rules = rules(conversation, clock);
        begin(rules, conversation);
        while (true) {
            Evidence next =
                    conversation.read < conversation.log.size() ? conversation.log.get(conversation.read) : null;
            long due = conversation.table.nextDue();
            if (due <= (next == null ? clock - settings.windows().lag() : Math.min(clock, next.at()))) {
                conversation.table.time = Math.max(conversation.table.time, due);
                Wait wait = conversation.table.takeNext();
                rules.turn.basis(wait.basis().waited(wait.due()));
                rules.run(wait);
            } else if (next == null) {
                break;
            } else if (read(rules, next)) {
                conversation.read++;
                conversation.table.time = Math.max(conversation.table.time, next.at());
            } else {
                conversation.heldUpUntil = next.at() + settings.windows().lag();
                break;
            }
            if (conversation.table.startMet && !conversation.started) {
                conversation.started = true;
                rewind(conversation);
                rules = rules(conversation, clock);
                begin(rules, conversation);
            }
        }
        rules.turn.basis(Basis.NONE);
        rules.ends.over();
        long due = conversation.table.nextDue();
        conversation.wakeAt =
                due == Long.MAX_VALUE ? due : due + settings.windows().lag();
    }

    private static boolean read(Rules rules, Evidence next) {
        rules.turn.basis(Basis.of(next));
        return rules.read(next);
    }

    /** The customer's leg comes first; what made it is the call's creation, else the first that was seen of the call. */
    private static void begin(Rules rules, Conversation conversation) {
        if (!conversation.table.begun && !conversation.log.isEmpty()) {
            Evidence first = conversation.log.stream()
                    .filter(e -> e.kind() == EvidenceKind.CREATED && e.call().equals(conversation.main))
                    .findFirst()
                    .orElse(conversation.log.get(0));
            rules.turn.basis(Basis.of(first));
        }
        rules.customers.begin();
    }

    private Rules rules(Conversation conversation, long clock) {
        return new Rules(new Turn(conversation, settings, new Events(outbox, conversation), counter, clock));
    }

    /** E2, C3: the call was created and its type is known, or both were waited for. */
    private boolean becomesReady(Conversation conversation, long clock) {
        CallFacts facts = conversation.mainFacts();
        long until = Long.MIN_VALUE;
        if (!facts.created || facts.type == CallFacts.CONSULT) {
            until = facts.firstAt + settings.windows().lag();
        }
        if (facts.type == CallFacts.UNKNOWN) {
            long window =
                    settings.windows().unknownCallType() + settings.windows().lag();
            until = Math.max(until, facts.beginning() + window);
        }
        if (until > clock) {
            conversation.heldUpUntil = until;
            return false;
        }
        conversation.ready = true;
        conversation.type = facts.judgedType();
        conversation.typeIsJudged = facts.type == CallFacts.UNKNOWN;
        return true;
    }

    /** C3: a type that was judged by the parties gives way to what is told, as long as all evidence can be read again. */
    private void correctType(Conversation conversation) {
        CallFacts facts = conversation.mainFacts();
        int type = facts.judgedType();
        if (type != conversation.type && !conversation.base.begun) {
            conversation.type = type;
            rewind(conversation);
        }
        conversation.typeIsJudged = facts.type == CallFacts.UNKNOWN;
    }

    /** A judged type can be corrected until what may still tell it is too late to count. */
    private boolean mayBeCorrected(Conversation conversation, long clock) {
        return conversation.typeIsJudged
                && clock
                        < conversation.mainFacts().beginning()
                                + settings.windows().keepEndedCall();
    }

    /** When all evidence of the log is older than the lag, nothing can be put before it any more. */
    private void settle(Conversation conversation, long clock) {
        List<Evidence> log = conversation.log;
        if (log.isEmpty() || conversation.read < log.size() || !conversation.started && log.size() < LONGEST_LOG) {
            return;
        }
        if (mayBeCorrected(conversation, clock) && log.size() < LONGEST_LOG) {
            return;
        }
        long readTo = Math.max(log.get(log.size() - 1).at(), conversation.table.time);
        if (readTo <= clock - settings.windows().lag() || log.size() >= LONGEST_LOG) {
            conversation.base = conversation.table.copy();
            log.clear();
            conversation.read = 0;
        }
    }

    /** Puts evidence in its place; false when the log has it already. */
    private boolean insert(Conversation conversation, Evidence e) {
        List<Evidence> log = conversation.log;
        int place = log.size();
        while (place > 0 && before(e, log.get(place - 1))) {
            place--;
        }
        for (int i = place - 1; i >= 0 && log.get(i).at() == e.at(); i--) {
            if (log.get(i).equals(e)) {
                return false;
            }
        }
        log.add(place, e);
        if (place < conversation.read || e.at() < conversation.table.time) {
            rewind(conversation);
        }
        return true;
    }

    private static void rewind(Conversation conversation) {
        LegTable base = conversation.base;
        conversation.table = base.copy();
        conversation.read = 0;
    }

    /** By time; of one millisecond a call's creation first, then by stream, then as they came. */
    private static boolean before(Evidence e, Evidence other) {
        if (e.at() != other.at()) {
            return e.at() < other.at();
        }
        int rank = e.kind() == EvidenceKind.CREATED ? -1 : e.family().ordinal();
        int otherRank =
                other.kind() == EvidenceKind.CREATED ? -1 : other.family().ordinal();
        return rank < otherRank;
    }
}
