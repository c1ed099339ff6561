package org.engageconnector.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;

/** The program. */
public final class EngageConnector {

    private EngageConnector() {}

    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("demo")) {
            logToFile();
        } else if (!Set.of("run", "simulate").contains(command)) {
            // their standard output is a result, and what they meet is in it
            System.setProperty("engage.log", "none");
        }
        ExitCode code = new Commands(Home.ofProcess(), System.out, System.err).run(List.of(arguments));
        System.exit(code.number());
    }

    /** The demo's output is for people and scripts, so its log goes to a file; before the first logger exists. */
    private static void logToFile() {
        if (System.getProperty("engage.log.file") == null) {
            String name = "engage-connector-demo-" + ProcessHandle.current().pid() + ".log";
            System.setProperty(
                    "engage.log.file",
                    Path.of(System.getProperty("java.io.tmpdir"), name).toString());
        }
        System.setProperty("engage.log", "file");
    }
}
