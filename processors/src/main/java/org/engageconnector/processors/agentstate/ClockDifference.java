package org.engageconnector.processors.agentstate;

import org.engageconnector.message.StatEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far Stat Server's clock is ahead of ours. Events carry the server's time, so a difference is seen in Genesys Cloud; it
 * changes nothing else, because waits are measured by our clock alone. Written by one thread at a time, read by any.
 */
final class ClockDifference {

    private static final Logger LOG = LoggerFactory.getLogger(ClockDifference.class);

    /** Below this it may be the whole seconds of the server's time and the way here. */
    private static final long NOTEWORTHY_SECONDS = 5;

    private volatile long seconds;
    private boolean said;

    void heard(StatEvent event) {
        if (event.serverTime() <= 0) {
            return;
        }
        seconds = event.serverTime() - Math.floorDiv(event.arrivedAt(), 1000);
        if (isNoteworthy() && !said) {
            LOG.warn(
                    "{}. Presence and routing status carry the server's time; let both follow one time source", text());
        }
        said = isNoteworthy();
    }

    /** Above 0: the server is ahead; 0 until it has told its time. */
    long seconds() {
        return seconds;
    }

    boolean isNoteworthy() {
        return Math.abs(seconds) >= NOTEWORTHY_SECONDS;
    }

    String text() {
        long now = seconds;
        return "Stat Server's clock is " + Math.abs(now) + " s " + (now > 0 ? "ahead of" : "behind") + " ours";
    }
}
