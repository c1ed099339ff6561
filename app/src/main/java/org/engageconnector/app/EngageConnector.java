package org.engageconnector.app;

import java.util.List;
import org.engageconnector.app.cli.Commands;

/** The program. */
public final class EngageConnector {

    private EngageConnector() {}

    public static void main(String[] arguments) {
        ExitCode code = new Commands(Home.ofProcess(), System.out, System.err).run(List.of(arguments));
        System.exit(code.number());
    }
}
