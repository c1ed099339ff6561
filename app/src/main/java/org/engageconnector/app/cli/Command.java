package org.engageconnector.app.cli;

import java.util.List;
import org.engageconnector.app.failure.ExitCode;

/** One command of the program. */
interface Command {

    String name();

    /** One line behind the program's name, for example {@code run <role>...}. */
    String usage();

    /** One sentence for the list of commands. */
    String summary();

    /** Runs until done; throws {@link org.engageconnector.app.failure.CommandFailure} with what a person has to mend. */
    ExitCode run(List<String> arguments) throws Exception;
}
