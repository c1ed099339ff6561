package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.state.Wait;

/** The rule families, and which evidence and which wait goes to which. */
final class Rules {

    final Turn turn;
    final CustomerLegs customers;
    final UserLegs users;
    final QueueLegs queues;
    final Transfers transfers;
    final Consults consults;
    final Dispositions dispositions;
    final Ends ends;
    final HangUps hangUps;
    final Parties parties;
    final AlertingLegs alerting;

    Rules(Turn turn) {
        this.turn = turn;
        customers = new CustomerLegs(this);
        users = new UserLegs(this);
        queues = new QueueLegs(this);
        transfers = new Transfers(this);
        consults = new Consults(this);
        dispositions = new Dispositions(this);
        ends = new Ends(this);
        hangUps = new HangUps(this);
        parties = new Parties(this);
        alerting = new AlertingLegs(this);
    }

    /**
     * Applies the rules to one piece of evidence.
     *
     * @return false when it cannot be judged before more is known or the lag is over; then nothing has changed
     */
    boolean read(Evidence e) {
        if (consults.mayStillStart(e)) {
            return false;
        }
        switch (e.kind()) {
            case CREATED -> consults.created(e);
            case DATA -> dispositions.value(e);
            case DELETED -> ends.callDeleted(e);
            case QUEUED -> {
                return queues.queued(e);
            }
            case DIVERTED -> queues.diverted(e);
            case QUEUE_ABANDONED -> queues.abandoned(e);
            case CHANGED -> consults.changed(e);
            case MOVED -> consults.moved(e);
            case PARTY_ADDED -> consults.partyAdded(e);
            case AFTER_CALL_WORK -> dispositions.inAfterCallWork(e);
            case NO_AFTER_CALL_WORK -> dispositions.outOfAfterCallWork(e);
            case ELSEWHERE -> dispositions.elsewhere(e);
            case LOST -> ends.lost(e);
            default -> {
                return parties.read(e);
            }
        }
        return true;
    }

    /** Something that was waited for has not come. */
    void run(Wait wait) {
        switch (wait.kind()) {
            case QUEUE_CLEARED -> queues.clearedForGood(turn.table().leg(wait.subject()));
            case TRANSFER_DESTINATION -> transfers.noDestination(wait.subject());
            case CALL_DELETED -> ends.callOver(wait.call());
            case AFTER_CALL_WORK -> dispositions.noAfterCallWork(turn.table().leg(wait.subject()));
            case CONSULT_DESTINATION -> consults.noDestination(wait.call());
        }
    }
}
