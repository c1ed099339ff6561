package org.engageconnector.app.validate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.engageconnector.app.engage.SitePlatformSdk;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;

/** Runs the checks for some roles and prints each finding as it comes. */
public final class Validation {

    private final Home home;

    private final List<RoleSettings> roles;

    private final PrintStream out;

    private ExitCode worst = ExitCode.DONE;

    /** @param roles their settings, already read without a problem */
    public Validation(Home home, List<RoleSettings> roles, PrintStream out) {
        this.home = home;
        this.roles = List.copyOf(roles);
        this.out = out;
    }

    /** The exit code of the first problem, configuration before dependencies. */
    public ExitCode run(boolean offline) {
        for (RoleSettings role : roles) {
            print(List.of(Finding.ok("settings of " + role.role().id(), "complete")));
            print(new RouteFilesCheck(home.routes(), role).run());
        }
        print(new TlsFilesCheck(roles.get(0)).run());
        print(new MappingFileCheck(home.config()).run());
        roles.stream()
                .filter(role -> role.role() != Role.CONFIG_SYNC && SitePlatformSdk.isWanted(role))
                .findFirst()
                .ifPresent(role -> print(new PlatformSdkCheck(role).run()));
        if (offline || worst != ExitCode.DONE) {
            out.println(offline ? "dependencies were not looked at (--offline)" : "dependencies were not looked at");
            return worst;
        }
        for (Supplier<List<Finding>> check : dependencies()) {
            print(check.get());
        }
        return worst;
    }

    private List<Supplier<List<Finding>>> dependencies() {
        List<Supplier<List<Finding>>> checks = new ArrayList<>();
        checks.add(() -> new RedisCheck(roles.get(0)).run());
        for (RoleSettings role : roles) {
            if (role.role() == Role.CONFIG_SYNC) {
                checks.add(() -> new ConfigDbCheck(home, role).run());
            }
            if (role.role() == Role.AGENT_STATE_SYNC) {
                checks.add(() -> EngageServersCheck.statServers(role));
            }
            if (role.role() == Role.CONVERSATION_PROVIDER) {
                checks.add(() -> EngageServersCheck.sipServers(role));
            }
            checks.add(() -> new GenesysCloudCheck(home, role).run());
        }
        checks.add(() -> new CostCheck(roles.get(0)).run());
        return checks;
    }

    private void print(List<Finding> findings) {
        for (Finding finding : findings) {
            out.println(finding.line());
            if (worst == ExitCode.DONE) {
                worst = finding.exitCode();
            }
        }
    }
}
