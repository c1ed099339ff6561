package org.engageconnector.demo.cli;

import java.io.PrintStream;
import java.util.List;
import org.engageconnector.app.cli.CommandProvider;
import org.engageconnector.app.settings.Home;
import org.engageconnector.demo.DemoCommand;
import org.engageconnector.demo.simulate.SimulateCommand;

/** The commands of the demo distribution. */
public final class DemoCommands implements CommandProvider {

    @Override
    public List<Object> commands(Home home, PrintStream out, PrintStream err) {
        return List.of(new DemoCommand(home, out, err), SimulateCommand.withSimulators(out));
    }
}
