package org.engageconnector.robustness;

import java.util.Set;

/**
 * Something that breaks, and is mended.
 *
 * @param name as on the command line
 * @param says what happens, for the table
 * @param mayRepeat true when guarantees.md allows an event to be sent twice under this fault
 * @param atLeastSeconds for how long calls begin at least, so that the fault falls among them
 * @param scenarios the only ones that are played; empty for all of them
 * @param prepare what has to stand before calls are played
 * @param act breaks and mends
 */
record Fault(
        String name,
        String says,
        boolean mayRepeat,
        int atLeastSeconds,
        Set<String> scenarios,
        Prepare prepare,
        Act act) {

    Fault(String name, String says, boolean mayRepeat, int atLeastSeconds, Act act) {
        this(name, says, mayRepeat, atLeastSeconds, Set.of(), scene -> {}, act);
    }

    /** Runs before calls are played. */
    interface Prepare {
        void on(Scene scene) throws Exception;
    }

    /** Runs while calls are played. */
    interface Act {
        Proof on(Scene scene) throws Exception;
    }

    /** Says how the fault has hit, when everything has arrived; empty when it has not. */
    interface Proof {
        String on(Scene scene) throws Exception;
    }
}
