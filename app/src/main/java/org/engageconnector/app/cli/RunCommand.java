package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.NearestName;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code run <role>...}: the roles in this process, until it is stopped. */
@Command(
        name = "run",
        description = "Runs one or more of config-sync, agent-state-sync, conversation-provider until stopped.")
final class RunCommand implements ProgramCommand {

    @Parameters(paramLabel = "<role>", description = "config-sync, agent-state-sync, conversation-provider")
    private List<String> names = List.of();

    private final Home home;

    private final PrintStream err;

    RunCommand(Home home, PrintStream err) {
        this.home = home;
        this.err = err;
    }

    @Override
    public LogTarget log() {
        return LogTarget.STANDARD_OUTPUT;
    }

    @Override
    public ExitCode call() throws Exception {
        SettingsReader reader = home.settings();
        reader.strangeEnvironmentNames().forEach(text -> err.println("engage-connector: " + text));
        List<RoleSettings> settings = new ArrayList<>();
        for (Role role : roles(names)) {
            settings.add(reader.read(role));
        }
        RoleGroup group = new RoleGroup(home, settings);
        ShutdownHook stop = new ShutdownHook(group::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            group.start();
        } catch (RuntimeException e) {
            stop.cancel();
            throw e;
        }
        Thread.currentThread().join();
        return ExitCode.DONE;
    }

    private static Set<Role> roles(List<String> arguments) {
        List<String> known = Stream.of(Role.values()).map(Role::id).toList();
        Set<Role> roles = new LinkedHashSet<>();
        for (String argument : arguments) {
            roles.add(Role.of(argument)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "there is no role `" + argument + "`",
                            "the command line",
                            "the nearest role is " + NearestName.of(argument, known))));
        }
        if (roles.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "run needs at least one role",
                    "the command line",
                    "name one or more of " + String.join(", ", known));
        }
        return roles;
    }
}
