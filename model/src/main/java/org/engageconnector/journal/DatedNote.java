package org.engageconnector.journal;

/**
 * A note that delivery keeps for a while: written as {@code <milliseconds> <text>}.
 *
 * @param millis when it was made, Redis' clock
 * @param text may be empty
 */
public record DatedNote(long millis, String text) {

    /** Longer than any conversation lasts, and than dead letters should wait. */
    private static final long KEPT_MILLIS = 7L * 24 * 3600 * 1000;

    public static DatedNote parse(String written) {
        int space = written.indexOf(' ');
        return new DatedNote(Long.parseLong(written.substring(0, space)), written.substring(space + 1));
    }

    public String written() {
        return millis + " " + text;
    }

    public boolean isOver(long now) {
        return now - millis > KEPT_MILLIS;
    }
}
