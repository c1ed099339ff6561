package org.engageconnector.platformsdk;

/**
 * How much is lost without a member.
 *
 * @param stops nothing works without it
 * @param lost in a few words
 */
record Need(boolean stops, String lost) {

    /** Without it no connection can be made or read. */
    static final Need ALWAYS = new Need(true, "every connection needs it");

    static Need orLose(String lost) {
        return new Need(false, lost);
    }

    static Need toWork(String lost) {
        return new Need(true, lost);
    }
}
