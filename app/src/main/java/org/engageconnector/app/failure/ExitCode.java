package org.engageconnector.app.failure;

/** How the program ends; scripts rely on the numbers. */
public enum ExitCode {
    /** Done; warnings leave it at that. */
    DONE(0),
    /** Failed while running. */
    FAILED(1),
    /** Wrong usage or configuration. */
    USAGE(2),
    /** A dependency cannot be reached. */
    UNREACHABLE(3),
    /** A dependency answered but refused: credentials, rights, a missing table, the wrong region. */
    REFUSED(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code of a number; {@link #FAILED} when there is none. */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return FAILED;
    }
}
