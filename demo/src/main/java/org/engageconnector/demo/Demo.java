package org.engageconnector.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.role.RunningRole;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.judge.OrganisationReader;

/** Runs one demo from start to summary. */
public final class Demo {

    private static final long READY_SECONDS = 180;

    private static final long DRAIN_SECONDS = 120;

    private static final long SEED = 1;

    private static final long SHORTEST_LOGIN_MILLIS = 5_000;

    private static final long LOGIN_MILLIS_PER_AGENT = 30;

    private final Home home;

    private final DemoOptions options;

    private final PrintStream out;

    private final DemoProgress progress;

    /** @param progress where live progress goes; standard output stays free for the result */
    public Demo(Home home, DemoOptions options, PrintStream out, PrintStream progress) {
        this.home = home;
        this.options = options;
        this.out = out;
        this.progress = new DemoProgress(progress);
    }

    /** Plays and judges; the exit code says whether everything arrived. */
    public ExitCode run() throws Exception {
        progress.say("starting PostgreSQL, Redis, the Engage site and Genesys Cloud (simulated)");
        try (DemoWorld world = new DemoWorld(options, SEED)) {
            progress.say("watch it: " + DemoJudge.page(world.cloud()));
            Map<String, String> environment = world.environment(DemoTransport.settings(options.transport(), home));
            try (RoleGroup roles = new RoleGroup(home, settings(environment))) {
                roles.start();
                progress.say("look inside: Jolokia for Hawtio at http://127.0.0.1:"
                        + environment.get("EX_MANAGEMENT_PORT") + "/observe/jolokia");
                awaitReady(world, roles);
                if (!options.kill()) {
                    return play(world, null);
                }
                try (Providers providers = new Providers(home, environment)) {
                    awaitReady(providers);
                    return play(world, providers);
                }
            }
        }
    }

    private List<RoleSettings> settings(Map<String, String> environment) throws Exception {
        Path none = DemoWorld.emptyDirectory();
        SettingsReader reader = new SettingsReader(none, environment, "demo");
        List<RoleSettings> settings = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!(options.kill() && role == Role.CONVERSATION_PROVIDER)) {
                settings.add(reader.read(role));
            }
        }
        return settings;
    }

    /** @param providers the one to be killed and its stand-by; {@code null} when all roles run in this process */
    private ExitCode play(DemoWorld world, Providers providers) throws Exception {
        world.normalQuota();
        OrganisationNames names = new OrganisationReader(world.cloud().url(), world.judge())
                .read(world.site().content());
        DemoJudge judge = new DemoJudge(world, names);
        if (options.serverLog() != null) {
            world.writeSiteFiles(options.serverLog(), names);
        }
        awaitAgents(world);
        PlayOptions play = PlayOptions.of(options.callsPerSecond(), SEED).withLogin(loginMillis());
        Player player = world.site().play(play, options.seconds());
        progress.say("%d agents log in within %d s and take calls for %d s"
                .formatted(options.agents(), loginMillis() / 1_000, options.seconds()));
        long half = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.seconds()) / 2;
        while (!player.finished().isDone()) {
            if (providers != null && System.nanoTime() > half) {
                long pid = providers.killFirst();
                if (pid != 0) {
                    progress.say(
                            "killed a conversation provider (kill -9, process " + pid + "); the other one takes over");
                }
            }
            progress.show(player.progress(), world.cloud().summary());
            TimeUnit.SECONDS.sleep(1);
        }
        DemoJudge.Judgement judgement = drain(judge, world, player);
        progress.end();
        judgement.lines().forEach(progress::say);
        out.println(
                options.json() ? judgement.report().json() : judgement.report().table());
        return judgement.report().good() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /**
     * A login is three events within 1.5 s: of 33 logins a second a fifth of the quota. A site where everybody logs in at once
     * waits for the quota (docs/agent-states.md#at-start).
     */
    private long loginMillis() {
        return Math.max(SHORTEST_LOGIN_MILLIS, options.agents() * LOGIN_MILLIS_PER_AGENT);
    }

    /** Waits until everything expected has arrived, or nothing more arrives. */
    private DemoJudge.Judgement drain(DemoJudge judge, DemoWorld world, Player player) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        DemoJudge.Judgement judgement = judge.judge(options, player);
        while (!judgement.complete() && System.nanoTime() < end) {
            progress.show(player.progress(), world.cloud().summary());
            TimeUnit.SECONDS.sleep(1);
            judgement = judge.judge(options, player);
        }
        return judgement;
    }

    /**
     * Nobody logs in before everybody was seen logged out: the judge expects it, and on a busy machine the statistics of the
     * last agents may be opened seconds after the role is ready.
     */
    private void awaitAgents(DemoWorld world) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (presences(world) < options.agents()) {
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "agent-state-sync told the state of %d of %d agents only"
                                .formatted(presences(world), options.agents()),
                        "the demo's own log: " + System.getProperty("engage.log.file", "standard output"),
                        "read it");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        progress.say("the states of " + options.agents() + " agents are known");
    }

    private static long presences(DemoWorld world) {
        return world.cloud().summary().acceptedByList().values().stream()
                .mapToLong(lists -> lists.getOrDefault("userPresenceEvents", 0L))
                .sum();
    }

    private void awaitReady(Providers providers) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!providers.ready()) {
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the two conversation providers did not get ready",
                        "their logs beside " + System.getProperty("engage.log.file"),
                        "read them");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        progress.say("two conversation providers are ready, each a process of its own");
    }

    private void awaitReady(DemoWorld world, RoleGroup roles) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        for (RunningRole role : roles.roles()) {
            Optional<String> missing = role.notReady();
            while (missing.isPresent()) {
                if (System.nanoTime() > end) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            role.role().id() + " did not get ready: " + missing.get(),
                            "the demo's own log: " + System.getProperty("engage.log.file", "standard output"),
                            "read it; with more agents the first sync takes longer");
                }
                progress.wait(role.role().id(), missing.get(), world.cloud().summary());
                TimeUnit.MILLISECONDS.sleep(500);
                missing = role.notReady();
            }
            progress.say(role.role().id() + " is ready");
        }
    }
}
