package org.engageconnector.benchmarks.site;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;

/**
 * How late events were accepted. The site plays by a timetable and waits for nobody, and every accepted event is counted from
 * its own evidence, so a stall shows in all the events it held up: there is no coordinated omission to correct.
 */
final class Delays {

    /** From the arrival of the evidence to the accepting answer. */
    final Histogram whole = new Histogram(3);

    /** The part up to the append of the event: the rules and their commit. */
    final Histogram untilJournaled = new Histogram(3);

    /** The part from there to the arrival at Genesys Cloud: the wait for a slot and the way. */
    final Histogram untilPosted = new Histogram(3);

    /** Accepted events that the tap did not see. */
    int unseen;

    /**
     * @param events in order of arrival; those before {@code from} and after {@code to} are left out
     * @param answerMillis what the simulated Genesys Cloud takes to answer
     */
    Delays(List<RecordedEvent> events, JournalTap tap, long from, long to, long answerMillis) {
        for (RecordedEvent event : events) {
            JournalTap.Noted noted = tap.find(event.eventId());
            if (noted == null) {
                unseen += event.arrivedAt() >= from && event.arrivedAt() < to ? 1 : 0;
            } else if (noted.evidenceAt() >= from && noted.evidenceAt() < to) {
                whole.recordValue(Math.max(0, event.arrivedAt() + answerMillis - noted.evidenceAt()));
                untilJournaled.recordValue(Math.max(0, noted.journaledAt() - noted.evidenceAt()));
                untilPosted.recordValue(Math.max(0, event.arrivedAt() - noted.journaledAt()));
            }
        }
    }
}
