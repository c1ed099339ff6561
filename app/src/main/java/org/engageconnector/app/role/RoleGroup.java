package org.engageconnector.app.role;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.log.LogLevels;
import org.engageconnector.app.log.PersonalData;
import org.engageconnector.app.log.RoleOfLine;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.background.RootCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The roles of this process, with what they share. */
public final class RoleGroup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoleGroup.class);

    private static final long LONGEST_STOP_MILLIS = 25_000;

    private final SharedParts shared = new SharedParts();

    private final List<RunningRole> roles = new ArrayList<>();

    private final List<RoleSettings> settings;

    private final Home home;

    private final Set<RunningRole> starting = ConcurrentHashMap.newKeySet();

    /** True from {@link #close} on: what a role says that was starting then is no failure. */
    private volatile boolean closing;

    public RoleGroup(Home home, List<RoleSettings> settings) {
        this.home = home;
        this.settings = List.copyOf(settings);
    }

    /**
     * Starts all roles, side by side so that the slowest alone counts; when one cannot start, the others are stopped again. Returns
     * when they run, or when {@link #close} was called meanwhile.
     */
    public void start() {
        RoleOfLine.process(
                settings.get(0).text("ex.instance-id"),
                settings.stream().map(one -> one.role().id()).toList());
        PersonalData.show(settings.stream().allMatch(one -> one.flag("ex.log.personal-data")));
        settings.get(0).find("ex.log.level").ifPresent(LogLevels::general);
        settings.get(0).find("ex.log.levels").map(LogLevels::parse).ifPresent(levels -> levels.forEach(LogLevels::set));
        for (RoleSettings one : settings) {
            roles.add(
                    new RunningRole(beans(one.role()), one, shared, home, roles.isEmpty() && managementPortFree(one)));
        }
        Map<RunningRole, Exception> failures = new ConcurrentHashMap<>();
        starting.addAll(roles);
        inParallel("start", 0, roles, role -> {
            try {
                role.start();
            } catch (Exception e) {
                failures.put(role, e);
            } finally {
                starting.remove(role);
            }
        });
        if (closing) {
            LOG.info("stopped before every role had started");
            return;
        }
        for (int i = 0; i < roles.size(); i++) {
            Exception failure = failures.get(roles.get(i));
            if (failure != null) {
                close();
                throw failure(settings.get(i), failure);
            }
        }
    }

    public List<RunningRole> roles() {
        return List.copyOf(roles);
    }

    /**
     * Stops all roles at once, then what they share. A role that is just being started has no work yet and is left to end with the
     * process: its libraries can neither go on nor be stopped once the process ends.
     */
    @Override
    public void close() {
        closing = true;
        List<RunningRole> started =
                roles.stream().filter(role -> !starting.contains(role)).toList();
        inParallel("stop", LONGEST_STOP_MILLIS, started, RoleGroup::close);
        if (started.size() == roles.size()) {
            shared.close();
        }
    }

    /** @param limit how long to wait for each, milliseconds; 0 = until it has ended */
    private static void inParallel(String what, long limit, List<RunningRole> roles, Consumer<RunningRole> action) {
        List<Thread> threads = roles.stream()
                .map(role -> new Thread(() -> action.accept(role), role.role().id() + "-" + what))
                .toList();
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** JMX is one per process, so one role serves it; a port that is taken costs Jolokia, not the role. */
    private static boolean managementPortFree(RoleSettings settings) {
        int port = (int) settings.number("ex.management.port");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "no Jolokia: port {} (ex.management.port, {}) is taken; give this process another one",
                    port,
                    settings.value("ex.management.port").origin());
            return false;
        }
    }

    private static RoleBeans beans(Role role) {
        return switch (role) {
            case CONFIG_SYNC -> new ConfigSyncRole();
            case AGENT_STATE_SYNC -> new AgentStateSyncRole();
            case CONVERSATION_PROVIDER -> new ConversationProviderRole();
        };
    }

    private static void close(RunningRole role) {
        try {
            role.close();
        } catch (Exception e) {
            LOG.warn("a role could not be stopped cleanly", e);
        }
    }

    private static CommandFailure failure(RoleSettings settings, Exception error) {
        Throwable cause = RootCause.of(error);
        String port = settings.own("http.port");
        if (cause instanceof BindException) {
            return new CommandFailure(
                    ExitCode.USAGE,
                    settings.role().id() + ": port " + settings.text(port) + " is taken or may not be used",
                    port + ", " + settings.value(port).origin(),
                    "stop the other program or give this role another port");
        }
        if (cause instanceof CommandFailure known) {
            return known;
        }
        LOG.error("{} cannot start", settings.role().id(), error);
        return new CommandFailure(
                ExitCode.FAILED,
                settings.role().id() + " cannot start: " + cause.getMessage(),
                "the log above",
                "mend what it names and start again");
    }
}
