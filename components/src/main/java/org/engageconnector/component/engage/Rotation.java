package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.List;
import org.engageconnector.background.BackOff;
import org.engageconnector.transport.Member;

/**
 * Whose turn it is. After a failure the other member is tried at once; when every member has failed, the back-off runs and a
 * new round begins. A session that lasted longer than the next wait ends the count of failures; a server that accepts and
 * closes at once therefore does not make us hurry.
 */
final class Rotation {

    private final List<Member> members;
    private final BackOff backOff;

    private int next;
    private volatile Member current;
    private int triedInRound;
    private int rounds;
    private boolean handedOver;

    Rotation(List<Member> members, BackOff backOff) {
        this.members = members;
        this.backOff = backOff;
        this.current = members.get(0);
    }

    /** The member that was taken last. */
    Member current() {
        return current;
    }

    /** The next member in turn. */
    Member take() {
        current = members.get(next);
        next = (next + 1) % members.size();
        triedInRound++;
        return current;
    }

    /** How long to wait before {@link #take}; zero while a member of this round has not been tried. */
    Duration delay() {
        if (triedInRound < members.size()) {
            return Duration.ZERO;
        }
        triedInRound = 0;
        handedOver = false;
        return backOff.delay(rounds++);
    }

    /** A session was up for so long and has ended. */
    void lasted(Duration up) {
        if (up.compareTo(backOff.delay(rounds)) >= 0) {
            rounds = 0;
            // the member that was up counts as tried, so the other one is next and the back-off comes after it
            triedInRound = 1;
            handedOver = false;
        }
    }

    /**
     * The present member was up and says that it is not primary any more: the other one is tried at once, whatever failed
     * before. Not twice between two waits: a pair that sends us to and fro does not make us hurry either.
     */
    void handedOver() {
        if (!handedOver) {
            handedOver = true;
            triedInRound = 1;
        }
    }

    /** Forgets all failures. */
    void reset() {
        rounds = 0;
        triedInRound = 0;
        handedOver = false;
    }
}
