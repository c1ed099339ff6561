package org.engageconnector.benchmarks.measure;

/**
 * One measured figure.
 *
 * @param row of the performance page, for example {@code P7}
 * @param what was measured
 * @param value as measured
 * @param unit of the value; {@code ratio} for a comparison inside this run
 * @param goal in words, empty when the figure has none of its own
 * @param met whether the goal is met; {@code null} without a goal
 */
public record Figure(String row, String what, double value, String unit, String goal, Boolean met) {

    public static Figure plain(String row, String what, double value, String unit) {
        return new Figure(row, what, value, unit, "", null);
    }

    public static Figure atMost(String row, String what, double value, String unit, double goal) {
        return new Figure(row, what, value, unit, "<= " + goal, value <= goal);
    }

    public static Figure atLeast(String row, String what, double value, String unit, double goal) {
        return new Figure(row, what, value, unit, ">= " + goal, value >= goal);
    }
}
