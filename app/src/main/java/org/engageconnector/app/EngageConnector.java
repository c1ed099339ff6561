package org.engageconnector.app;

import java.nio.file.Path;
import java.util.List;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.cli.LogTarget;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.background.BackgroundFailures;

/** The program. */
public final class EngageConnector {

    private EngageConnector() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(BackgroundFailures.PROCESS.forThreads());
        ExitCode code =
                new Commands(Home.ofProcess(), System.out, System.err, EngageConnector::log).run(List.of(arguments));
        System.exit(code.number());
    }

    /** Before the first logger exists. */
    private static void log(LogTarget target) {
        switch (target) {
            case FILE -> logToFile();
            case NOWHERE -> System.setProperty("engage.log", "none");
            case STANDARD_OUTPUT -> {}
        }
    }

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
