package org.engageconnector.component.journal.delivery;

import java.util.ArrayDeque;

/**
 * Tells single bad events from a set-up that makes all of them bad: more than 20 refusals for good in a minute, and over half
 * of what was sent. Events that follow their refused leg unsent count too, so that a stopped path never leaves more than 20
 * behind. Plain data on the time it is given. Source: docs/delivery.md, "Poison stop".
 */
final class PoisonStop {

    static final int MOST = 20;
    private static final int FOLLOWERS_IN_DOUBT = MOST / 2;
    private static final long MINUTE = 60_000_000_000L;

    private final Sum refused = new Sum();
    private final Sum followed = new Sum();
    private final Sum answered = new Sum();

    private static final class Sum {
        private final ArrayDeque<long[]> parts = new ArrayDeque<>();
        private long total;

        void add(long now, int number) {
            parts.addLast(new long[] {now, number});
            total += number;
        }

        long at(long now) {
            while (!parts.isEmpty() && now - parts.peekFirst()[0] >= MINUTE) {
                total -= parts.pollFirst()[1];
            }
            return total;
        }
    }

    /**
     * Judges an answer before its refused events are moved.
     *
     * @param refusals refused for good in this answer
     * @param events events this answer decided on, refused ones included
     * @return true when they may be moved; they are counted then
     */
    boolean mayMove(long now, int refusals, int events) {
        long bad = refused.at(now) + refusals;
        long all = answered.at(now) + events;
        if (bad * 2 > all && bad + followed.at(now) > MOST) {
            return false;
        }
        refused.add(now, refusals);
        answered.add(now, events);
        return true;
    }

    /** An answer without refusals. */
    void answered(long now, int events) {
        answered.add(now, events);
    }

    /** True when events that follow a refused leg may be moved now; they are counted then. False: ask again later. */
    boolean mayFollow(long now, int followers) {
        long bad = refused.at(now);
        boolean inDoubt = bad * 2 > answered.at(now);
        if (inDoubt
                && (followed.at(now) + followers > FOLLOWERS_IN_DOUBT || bad + followed.at(now) + followers > MOST)) {
            return false;
        }
        followed.add(now, followers);
        return true;
    }
}
