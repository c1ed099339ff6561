package org.engageconnector.robustness;

/**
 * Something that breaks, and is mended.
 *
 * @param name as on the command line
 * @param says what happens, for the table
 * @param mayRepeat true when guarantees.md allows an event to be sent twice under this fault
 * @param mayLose true when this fault is one of the non-promises of guarantees.md, so a loss is told but is no failure
 * @param atLeastSeconds for how long calls begin at least, so that the fault falls among them
 * @param act breaks and mends, and returns the line that proves the hit
 */
record Fault(String name, String says, boolean mayRepeat, boolean mayLose, int atLeastSeconds, Act act) {

    /** A fault under which everything is promised. */
    Fault(String name, String says, boolean mayRepeat, int atLeastSeconds, Act act) {
        this(name, says, mayRepeat, false, atLeastSeconds, act);
    }

    /** Runs while calls are played. */
    interface Act {
        String on(World world) throws Exception;
    }
}
