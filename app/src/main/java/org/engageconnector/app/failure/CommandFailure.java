package org.engageconnector.app.failure;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a command with an exit code and what a person has to mend. Its message holds no secret. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private final transient List<Problem> problems;

    public CommandFailure(ExitCode exitCode, List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    public CommandFailure(ExitCode exitCode, String what, String where, String next) {
        this(exitCode, List.of(new Problem(what, where, next)));
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public List<Problem> problems() {
        return problems;
    }
}
