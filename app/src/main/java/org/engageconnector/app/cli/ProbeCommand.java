package org.engageconnector.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.probe.ProbeReport;
import org.engageconnector.app.probe.ProbeScope;
import org.engageconnector.app.probe.SiteProbe;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SipServer;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Dn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code probe}: shows which of the connector's assumptions hold at a site. */
@Command(name = "probe", description = "Shows which of the connector's assumptions hold at this site; changes nothing.")
final class ProbeCommand {

    private static final int MOST_MINUTES = 24 * 60;

    private final Home home;
    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    ProbeCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    @Command(
            name = "engage",
            description =
                    "Registers with the Engage servers as a client would, listens, and writes a report without personal"
                            + " data to send back.")
    ExitCode engage(
            @Option(
                            names = "--minutes",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "For how long, 0.1 to 1440; default ${DEFAULT-VALUE}.")
                    double minutes,
            @Option(
                            names = "--report",
                            paramLabel = "FILE",
                            defaultValue = "engage-probe.md",
                            description = "Where the report goes; default ${DEFAULT-VALUE}.")
                    Path report,
            @Option(
                            names = "--extension",
                            split = ",",
                            paramLabel = "NUMBER",
                            description = "Extensions to watch, in place of those that config-sync has found.")
                    List<String> extensions,
            @Option(
                            names = "--queue",
                            split = ",",
                            paramLabel = "NUMBER",
                            description = "Virtual queues to watch, likewise.")
                    List<String> queues,
            @Option(names = "--agent", split = ",", paramLabel = "ID", description = "Employee ids to watch, likewise.")
                    List<String> agents,
            @Option(names = "--tenant", paramLabel = "NAME", description = "The tenant's name, likewise.")
                    String tenant)
            throws InterruptedException {
        if (!(minutes >= 0.1 && minutes <= MOST_MINUTES)) {
            throw new ParameterException(
                    spec.subcommands().get("engage"), "--minutes must be from 0.1 to " + MOST_MINUTES);
        }
        RoleSettings settings = home.settings().readForCommand(Role.CONVERSATION_PROVIDER);
        RoleSettings states = home.settings().readForCommand(Role.AGENT_STATE_SYNC);
        if (settings.sipServers().isEmpty()
                && states.find("ex.stat-server.primary").isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no Engage server is set",
                    home.config() + " and the environment",
                    "set ex.sip-servers, ex.stat-server.primary or both");
        }
        boolean named = extensions != null || queues != null || agents != null;
        ProbeScope scope = named ? given(settings, extensions, queues, agents, tenant) : known(settings);
        ProbeReport found = new SiteProbe(settings, states, scope)
                .run(Duration.ofMillis(Math.round(minutes * 60_000)), line -> err.println("probe: " + line));
        out.println(found.table());
        if (found.messages().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "no Engage server said anything",
                    "ex.sip-servers and ex.stat-server.primary",
                    "`engage-connector validate` says why each cannot be reached or refuses");
        }
        try {
            Files.writeString(report, found.page());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the report could not be written: " + e.getMessage(),
                    "--report",
                    "name another file");
        }
        out.println("%n%d differ, %d were not seen; the report is %s"
                .formatted(found.differing(), found.notSeen(), report.toAbsolutePath()));
        return ExitCode.DONE;
    }

    private static ProbeScope given(
            RoleSettings settings, List<String> extensions, List<String> queues, List<String> agents, String tenant) {
        Map<String, List<String>> dns = new HashMap<>();
        Map<String, List<String>> vqs = new HashMap<>();
        for (SipServer pair : settings.sipServers()) {
            dns.put(pair.switchName(), extensions == null ? List.of() : extensions);
            vqs.put(pair.switchName(), queues == null ? List.of() : queues);
        }
        return new ProbeScope(dns, vqs, agents == null ? List.of() : agents, tenant == null ? "" : tenant);
    }

    /** What config-sync has found; some of it. */
    private static ProbeScope known(RoleSettings settings) {
        try (RedisConnection redis = RedisFor.command(settings)) {
            RedisDirectory directory =
                    new RedisDirectory(redis, settings.find("ex.secret-key").orElse(null));
            if (!directory.ready()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "config-sync has not run, so no DN and no agent is known",
                        "Redis of ex.redis.url",
                        "run config-sync, or name them: --extension, --queue, --agent and --tenant");
            }
            Map<String, List<String>> dns = new HashMap<>();
            Map<String, List<String>> vqs = new HashMap<>();
            for (SipServer pair : settings.sipServers()) {
                List<Dn> all = directory.dns(pair.switchName());
                dns.put(pair.switchName(), numbers(all, Dn.Type.EXTENSION));
                vqs.put(pair.switchName(), numbers(all, Dn.Type.VIRTUAL_QUEUE));
            }
            List<String> agents = directory.agents().stream()
                    .map(Agent::employeeId)
                    .limit(ProbeScope.MOST)
                    .toList();
            return new ProbeScope(dns, vqs, agents, directory.tenantName().orElse(""));
        }
    }

    private static List<String> numbers(List<Dn> all, Dn.Type type) {
        return new ArrayList<>(all.stream()
                .filter(dn -> dn.type() == type)
                .map(Dn::number)
                .limit(ProbeScope.MOST)
                .toList());
    }
}
