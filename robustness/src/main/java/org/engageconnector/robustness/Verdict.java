package org.engageconnector.robustness;

import java.util.List;

/**
 * How one run ended.
 *
 * @param proof the line that shows that the fault has hit; empty when it has not
 * @param expected events that the played scenarios ask for, conversations and agents
 * @param lost expected, promised and never accepted
 * @param notPromised expected and never accepted, but told by the servers while no instance had a session with them
 * @param extra accepted and not expected: a repeat under another event id, or an invention
 * @param rejected refused for good and never accepted later
 * @param repeated accepted twice, with the same event id
 * @param stray of those, the ones that were first accepted well before the fault: no promise allows them
 * @param reordered accepted before an event they depend on
 * @param recoverySeconds from the end of the fault to the next accepted event; -1 when there was none
 * @param delaySeconds the longest time between an event and its acceptance
 * @param seconds how long the whole run took
 * @param lines what is wrong, in words
 */
record Verdict(
        Fault fault,
        String proof,
        long expected,
        long lost,
        long notPromised,
        long extra,
        long rejected,
        long repeated,
        long stray,
        long reordered,
        double recoverySeconds,
        double delaySeconds,
        long seconds,
        List<String> lines) {

    /** The run itself failed: nothing is known. */
    static Verdict failed(Fault fault, Exception why) {
        return new Verdict(fault, "", 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0, List.of(why.toString()));
    }

    long accepted() {
        return expected - lost - notPromised;
    }

    boolean good() {
        return !proof.isEmpty()
                && expected > 0
                && lost == 0
                && extra == 0
                && reordered == 0
                && rejected == 0
                && stray == 0
                && (repeated == 0 || fault.mayRepeat());
    }
}
