package org.engageconnector.robustness;

/**
 * Something that breaks, and is mended.
 *
 * @param name as on the command line
 * @param says what happens, for the table
 * @param mayRepeat true when guarantees.md allows an event to be sent twice under this fault
 * @param atLeastSeconds for how long calls begin at least, so that the fault falls among them
 * @param act breaks and mends, and returns the line that proves the hit
 */
record Fault(String name, String says, boolean mayRepeat, int atLeastSeconds, Act act) {

    /** Runs while calls are played. */
    interface Act {
        String on(World world) throws Exception;
    }
}
