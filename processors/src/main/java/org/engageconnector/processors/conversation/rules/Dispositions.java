package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Wait;

/** After-call work and wrap-up codes: D1, D2. */
final class Dispositions {

    private final Turn turn;

    Dispositions(Rules rules) {
        turn = rules.turn;
    }

    /**
     * A value was attached: it counts for the user legs that were there before it. Of legs that ended, for the leg whose own
     * DN attached it, else only while nobody else is there who might have.
     */
    void value(Evidence e) {
        if (e.value() == null) {
            return;
        }
        boolean agentsThere = turn.table().legs().stream().anyMatch(leg -> leg.role == Role.USER && leg.live());
        for (Leg leg : turn.table().legs()) {
            if (leg.role != Role.USER || leg.openedAt >= e.at()) {
                continue;
            }
            boolean afterwards = leg.awaitsDisposition && (!agentsThere || leg.dn.equals(e.dn()));
            if (leg.live() || afterwards || leg.awaitsDisposition && e.at() <= leg.leftAt) {
                leg.wrapUpCode = e.value().isEmpty() ? null : e.value();
            }
        }
    }

    /** A leg has ended: after-call work begins, or it is seen within 2 s, or there is none. */
    void legEnded(Leg leg) {
        if (leg.role != Role.USER || !leg.connected()) {
            return;
        }
        leg.awaitsDisposition = true;
        if (!leg.inAfterCallWork) {
            long due = leg.endedAt + turn.settings.windows().afterCallWork();
            turn.table().waits().add(new Wait(due, Wait.Kind.AFTER_CALL_WORK, leg.index, leg.call, turn.basis));
        }
    }

    void inAfterCallWork(Evidence e) {
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.USER
                    && leg.dn.equals(e.dn())
                    && e.at() >= leg.openedAt
                    && (leg.live() || leg.awaitsDisposition)) {
                leg.inAfterCallWork = true;
            }
        }
    }

    /** D1: the agent leaves after-call work. */
    void outOfAfterCallWork(Evidence e) {
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.USER && leg.dn.equals(e.dn()) && leg.inAfterCallWork) {
                if (leg.live()) {
                    leg.inAfterCallWork = false;
                } else if (leg.awaitsDisposition && e.at() >= leg.leftAt) {
                    apply(leg, e.at());
                }
            }
        }
    }

    /** D1: the agent starts another call. */
    void elsewhere(Evidence e) {
        busyAgain(e.dn(), e.at(), e.at());
    }

    /** D1: the agent has another leg, in another call or in this one again. */
    void busyAgain(String dn, long at, long applied) {
        for (Leg leg : turn.table().legs()) {
            boolean working = leg.ended && leg.awaitsDisposition && leg.inAfterCallWork;
            if (working && leg.dn.equals(dn) && at > leg.leftAt) {
                apply(leg, applied);
            }
        }
    }

    /** D2: no after-call work was seen. The ends of a deleted call that are still waited for (E1) have earlier times. */
    void noAfterCallWork(Leg leg) {
        if (!leg.awaitsDisposition || leg.inAfterCallWork) {
            return;
        }
        if (turn.table().anyLive()) {
            for (Wait wait : turn.table().waits()) {
                if (wait.kind() == Wait.Kind.CALL_DELETED) {
                    turn.table()
                            .waits()
                            .add(new Wait(wait.due(), Wait.Kind.AFTER_CALL_WORK, leg.index, leg.call, turn.basis));
                    return;
                }
            }
        }
        apply(leg, leg.endedAt + turn.settings.windows().afterCallWork());
    }

    private void apply(Leg leg, long at) {
        leg.awaitsDisposition = false;
        if (leg.wrapUpCode != null || leg.afterCallWorkRequired) {
            turn.out.by(leg.inAfterCallWork ? "D1" : "D2");
            turn.out.disposition(leg, at);
        }
    }
}
