package org.engageconnector.app.failure;

/**
 * Something a person has to mend.
 *
 * @param what was wrong, in one sentence, without secrets
 * @param where it was set: a file and line, an environment variable, a command line
 * @param next what to do about it
 */
public record Problem(String what, String where, String next) {

    /** Three lines for a terminal. */
    public String text() {
        return what + "\n  where: " + where + "\n  next:  " + next;
    }
}
