package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.engageconnector.app.demo.Demo;
import org.engageconnector.app.demo.DemoOptions;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;

/** {@code demo}: plays a contact centre through all three roles. */
final class DemoCommand implements Command {

    private final Home home;

    private final PrintStream out;

    private final PrintStream err;

    DemoCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return DemoOptions.USAGE;
    }

    @Override
    public String summary() {
        return "Plays a contact centre: real PostgreSQL and Redis, simulated Engage and Genesys Cloud, all three roles.";
    }

    @Override
    public ExitCode run(List<String> arguments) throws Exception {
        return new Demo(home, DemoOptions.parse(arguments), out, err).run();
    }
}
