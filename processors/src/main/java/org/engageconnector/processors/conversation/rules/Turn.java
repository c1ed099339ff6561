package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.engageconnector.processors.conversation.output.Events;
import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.LegTable;
import org.engageconnector.processors.conversation.state.Role;

/**
 * What the rules work on while a conversation reads evidence: the conversation, the settings, the clock, and where they
 * send. Made anew for every reading; one thread.
 */
final class Turn {

    final Conversation conversation;
    final EngineSettings settings;
    final Events out;
    final EventCounter counter;
    /** The engine's clock. */
    final long clock;
    /** What is read now, or the wait that has ended. */
    Basis basis = Basis.NONE;

    Turn(Conversation conversation, EngineSettings settings, Events out, EventCounter counter, long clock) {
        this.conversation = conversation;
        this.settings = settings;
        this.out = out;
        this.counter = counter;
        this.clock = clock;
    }

    void basis(Basis now) {
        basis = now;
        out.basis(now);
    }

    LegTable table() {
        return conversation.table;
    }

    /** The call that evidence is about: a completed consult call is the main call. */
    String callOf(Evidence e) {
        return currentCall(e.call());
    }

    String currentCall(String call) {
        Consult consult = table().consult(call);
        return consult != null && consult.merged ? conversation.main : call;
    }

    boolean isConsult(String call) {
        return !call.equals(conversation.main);
    }

    CallFacts facts(String call) {
        return conversation.calls.get(call);
    }

    /** Whether evidence that is not read yet says that a call was deleted. */
    boolean isDeletedLater(String call) {
        for (int i = conversation.read; i < conversation.log.size(); i++) {
            Evidence e = conversation.log.get(i);
            if (e.kind() == EvidenceKind.DELETED && call.equals(callOf(e))) {
                return true;
            }
        }
        return false;
    }

    /** The customer's leg, or where there is none another party of the call than the given leg (T1, T2: object). */
    Leg objectFor(Leg leg) {
        Leg customer = table().customer();
        if (customer != null && customer != leg) {
            return customer;
        }
        for (Leg other : table().legs()) {
            if (other != leg && other.isParty() && other.live() && other.call.equals(leg.call)) {
                return other;
            }
        }
        for (Leg other : table().legs()) {
            if (other != leg && other.role == Role.CUSTOMER) {
                return other;
            }
        }
        return null;
    }
}
