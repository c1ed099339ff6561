package org.engageconnector.app.cli;

import java.io.PrintStream;
import org.engageconnector.app.failure.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script with which bash and zsh complete commands and options. */
@Command(
        name = "completion",
        description =
                "Prints a script for bash and zsh: `source <(./engage-connector completion)` completes commands and options.")
final class CompletionCommand implements ProgramCommand {

    @Spec
    private CommandSpec spec;

    private final PrintStream out;

    CompletionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public ExitCode call() {
        out.print(AutoComplete.bash("engage-connector", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
