package org.engageconnector.component.journal.delivery;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Tells single bad events from a set-up that makes all of them bad: more than 20 refusals for good in a minute, and over half
 * of what was decided since the first of them. What went well before that first one does not count, so a source that is
 * switched off in the middle of a busy minute leaves no more behind than one that was wrong from the start. Events that follow
 * their refused leg unsent count too, so that a stopped path never leaves more than 20 behind. Plain data on the time it is
 * given. Source: docs/delivery.md#poison-stop.
 */
final class PoisonStop {

    static final int MOST = 20;
    private static final int FOLLOWERS_IN_DOUBT = MOST / 2;
    private static final long MINUTE = 60_000_000_000L;

    /** Answers and moves of the last minute, oldest first. */
    private final ArrayDeque<Decided> minute = new ArrayDeque<>();

    private record Decided(long at, int refused, int events, int followers) {}

    /** What was decided since the first of the last refusals, as many of them as it takes to stop. */
    private record Since(long refused, long events, long followers) {

        boolean mostlyRefused() {
            return refused * 2 > events;
        }

        boolean tooMany() {
            return refused + followers > MOST;
        }
    }

    /** Forgets old decisions here as well: on a path without refusals nobody calls {@link #since}, and the list would grow. */
    private void add(Decided decided) {
        forget(decided.at);
        minute.addLast(decided);
    }

    private void forget(long now) {
        while (!minute.isEmpty() && now - minute.peekFirst().at >= MINUTE) {
            minute.pollFirst();
        }
    }

    private Since since(long now, int refusals, int events) {
        forget(now);
        Since since = new Since(refusals, events, 0);
        long well = 0;
        for (Iterator<Decided> back = minute.descendingIterator(); back.hasNext() && !since.tooMany(); ) {
            Decided decided = back.next();
            if (decided.refused == 0 && decided.followers == 0) {
                well += decided.events;
            } else {
                since = new Since(
                        since.refused + decided.refused,
                        since.events + well + decided.events,
                        since.followers + decided.followers);
                well = 0;
            }
        }
        return since;
    }

    /**
     * Judges an answer before its refused events are moved.
     *
     * @param refusals refused for good in this answer
     * @param events events this answer decided on, refused ones included
     * @return true when they may be moved; they are counted then
     */
    boolean mayMove(long now, int refusals, int events) {
        Since since = since(now, refusals, events);
        if (since.mostlyRefused() && since.tooMany()) {
            return false;
        }
        add(new Decided(now, refusals, events, 0));
        return true;
    }

    /** An answer without refusals. */
    void answered(long now, int events) {
        add(new Decided(now, 0, events, 0));
    }

    /**
     * True when events that follow a refused leg may be moved now; they are counted then. False: ask again later. Those of a
     * single bad event in a good minute always may.
     */
    boolean mayFollow(long now, int followers) {
        Since since = since(now, 0, 0);
        boolean inDoubt = since.mostlyRefused() && (since.refused > 1 || badMinute());
        if (inDoubt
                && (since.followers + followers > FOLLOWERS_IN_DOUBT
                        || since.refused + since.followers + followers > MOST)) {
            return false;
        }
        add(new Decided(now, 0, 0, followers));
        return true;
    }

    private boolean badMinute() {
        return minute.stream().mapToLong(Decided::refused).sum() * 2
                > minute.stream().mapToLong(Decided::events).sum();
    }
}
