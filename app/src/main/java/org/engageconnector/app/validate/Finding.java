package org.engageconnector.app.validate;

import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;

/**
 * What a check found.
 *
 * @param exitCode {@link ExitCode#DONE} for fine and for warnings
 * @param text what is fine or what is odd; of a problem, nothing
 * @param problem what has to be mended; {@code null} when nothing
 */
public record Finding(String check, ExitCode exitCode, boolean warning, String text, Problem problem) {

    static Finding ok(String check, String text) {
        return new Finding(check, ExitCode.DONE, false, text, null);
    }

    static Finding warn(String check, String text) {
        return new Finding(check, ExitCode.DONE, true, text, null);
    }

    static Finding bad(String check, ExitCode code, String what, String where, String next) {
        return new Finding(check, code, false, "", new Problem(what, where, next));
    }

    /** One line, and two more for a problem. */
    public String line() {
        String head = problem != null ? "FAILED " : warning ? "warning" : "ok     ";
        return head + "  " + check + ": " + (problem == null ? text : problem.text());
    }
}
