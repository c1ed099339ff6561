package org.engageconnector.simulators.judge;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What a judge found: how many were expected, what is missing, what is too much, how late the others came. */
public final class Findings {

    private static final int MOST_LINES = 200;

    private final Histogram delays = new Histogram(3);

    private final List<String> lines = new ArrayList<>();

    private int expected;

    private int lost;

    private int unexpected;

    private int notPromised;

    /** Something expected came, and nobody can say how late. */
    void found() {
        expected++;
    }

    void found(long delayMillis) {
        found();
        delays.recordValue(Math.max(0, delayMillis));
    }

    void lost(String what) {
        expected++;
        lost++;
        line("lost: " + what);
    }

    /** Expected and not there, but nobody was connected when the servers told what it rests on. */
    void notPromised(String what) {
        expected++;
        notPromised++;
        line("not promised: " + what);
    }

    void unexpected(String what) {
        unexpected++;
        line("not expected: " + what);
    }

    public int expected() {
        return expected;
    }

    public int lostCount() {
        return lost;
    }

    /** Missing, and rightly so: see {@code Unheard}. Not among {@link #lostCount}. */
    public int notPromisedCount() {
        return notPromised;
    }

    public int unexpectedCount() {
        return unexpected;
    }

    public Histogram delays() {
        return delays;
    }

    /** The first things that are wrong, one a line. */
    public List<String> lines() {
        return lines;
    }

    private void line(String text) {
        if (lines.size() < MOST_LINES) {
            lines.add(text);
        }
    }
}
