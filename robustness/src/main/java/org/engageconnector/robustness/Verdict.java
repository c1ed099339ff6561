package org.engageconnector.robustness;

import java.util.List;

/**
 * How one run ended.
 *
 * @param proof the line that shows that the fault has hit
 * @param expected events that the played scenarios ask for, conversations and agents
 * @param lost expected and never accepted
 * @param rejected answered with an error for good
 * @param repeated accepted twice, with the same event id
 * @param reordered accepted before an event they depend on
 * @param recoverySeconds from the end of the fault to the next accepted event; -1 when there was none
 * @param lines what is wrong, in words
 */
record Verdict(
        Fault fault,
        String proof,
        long expected,
        long accepted,
        long lost,
        long rejected,
        long repeated,
        long reordered,
        double recoverySeconds,
        List<String> lines) {

    boolean good() {
        return (lost == 0 || fault.mayLose())
                && reordered == 0
                && rejected == 0
                && (repeated == 0 || fault.mayRepeat());
    }

    static String head() {
        return String.format(
                "| %-22s | %8s | %8s | %4s | %8s | %8s | %9s | %8s | %-4s | %s |%n|%s",
                "fault",
                "expected",
                "accepted",
                "lost",
                "rejected",
                "repeated",
                "reordered",
                "recovery",
                "good",
                "the hit",
                "---|".repeat(10));
    }

    String row() {
        return String.format(
                "| %-22s | %8d | %8d | %4d | %8d | %8d | %9d | %6.1f s | %-4s | %s |",
                fault.name(),
                expected,
                accepted,
                lost,
                rejected,
                repeated,
                reordered,
                recoverySeconds,
                good() ? "yes" : "NO",
                proof);
    }
}
