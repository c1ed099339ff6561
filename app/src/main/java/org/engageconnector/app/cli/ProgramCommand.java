package org.engageconnector.app.cli;

import java.util.concurrent.Callable;
import org.engageconnector.app.failure.ExitCode;

/**
 * One command of the program: its options are filled by the command line, then it is called once, by the main thread. It throws
 * {@link org.engageconnector.app.failure.CommandFailure} with what a person has to mend.
 */
public interface ProgramCommand extends Callable<ExitCode> {

    /** Where log lines go while this command runs. */
    default LogTarget log() {
        return LogTarget.NOWHERE;
    }
}
