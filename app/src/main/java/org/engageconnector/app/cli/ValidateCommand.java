package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.NearestName;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.app.validate.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: everything that can be known before a role is started. */
@Command(
        name = "validate",
        description = "Checks settings, routes and mapping files, then each dependency in turn;"
                + " all roles that are set up here, or some.")
final class ValidateCommand implements ProgramCommand {

    @Option(names = "--offline", description = "Checks only what needs no other system.")
    private boolean offline;

    @Parameters(paramLabel = "<role>", description = "config-sync, agent-state-sync, conversation-provider")
    private List<String> names = List.of();

    private final Home home;

    private final PrintStream out;

    private final PrintStream err;

    ValidateCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    @Override
    public ExitCode call() {
        List<Role> asked = new ArrayList<>();
        for (String name : names) {
            asked.add(Role.of(name)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "there is no role `" + name + "`",
                            "the command line",
                            "the nearest role is "
                                    + NearestName.of(
                                            name,
                                            Stream.of(Role.values())
                                                    .map(Role::id)
                                                    .toList()))));
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
        return new Validation(home, roles, out).run(offline);
    }
}
