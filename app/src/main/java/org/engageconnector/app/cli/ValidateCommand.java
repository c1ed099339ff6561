package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.app.validate.Validation;

/** {@code validate}: everything that can be known before a role is started. */
final class ValidateCommand implements Command {

    private static final String OFFLINE = "--offline";

    private final Home home;

    private final PrintStream out;

    private final PrintStream err;

    ValidateCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    @Override
    public String name() {
        return "validate";
    }

    @Override
    public String usage() {
        return "validate [--offline] [<role>...]";
    }

    @Override
    public String summary() {
        return "Checks settings, routes and mapping files, then each dependency in turn; all roles that are set up here, or some.";
    }

    @Override
    public ExitCode run(List<String> arguments) {
        List<Role> asked = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.equals(OFFLINE)) {
                asked.add(Role.of(argument)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE,
                                "validate does not know `" + argument + "`",
                                "the command line",
                                "usage: " + usage())));
            }
        }
        SettingsReader reader = home.settings();
        reader.strangeEnvironmentNames().forEach(text -> err.println("engage-connector: " + text));
        List<RoleSettings> roles = new ArrayList<>();
        for (Role role : asked.isEmpty() ? List.of(Role.values()) : asked) {
            if (asked.isEmpty() && !reader.meant(role)) {
                out.println("skipped  " + role.id() + ": nothing of its own is set here");
            } else {
                roles.add(reader.read(role));
            }
        }
        if (roles.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no role is set up here",
                    home.config() + " and the environment",
                    "set what docs/configuration.md asks for, or name a role");
        }
        return new Validation(home, roles, out).run(arguments.contains(OFFLINE));
    }
}
