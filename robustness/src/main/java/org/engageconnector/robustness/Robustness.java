package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** {@code robustness/run}: all faults, or those that are named; exit code 0 when every verdict is good. */
public final class Robustness {

    /** Runs that are no single faults. */
    private static final List<String> CAMPAIGNS =
            List.of("--alerts", "--lost-keys", "--lost-keys-short", "--floods", "--mutations");

    /** The same mutations in every run. */
    private static final long SEED = 26;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Path home;
    private final Options options;
    private final String executable;
    private volatile String redisVersion = "";

    private Robustness(Path home, Options options) throws IOException {
        this.home = home;
        this.options = options;
        this.executable = RedisExecutable.of(home, options.redis());
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        if (List.of(arguments).contains("--list")) {
            Stream.concat(Faults.all().stream(), Faults.byNameOnly().stream())
                    .forEach(fault -> System.out.printf("%-22s %s%n", fault.name(), fault.says()));
            return;
        }
        Options options;
        String campaign =
                Stream.of(arguments).filter(CAMPAIGNS::contains).findFirst().orElse("");
        try {
            options = Options.parse(Stream.of(arguments)
                    .filter(word -> !CAMPAIGNS.contains(word))
                    .toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            System.err.println("robustness/run: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path home =
                Path.of(System.getProperty("engage.home", ".")).toAbsolutePath().normalize();
        Robustness robustness = new Robustness(home, options);
        System.exit((campaign.isEmpty() ? robustness.run() : robustness.play(campaign)) ? 0 : 1);
    }

    private boolean run() throws Exception {
        long begin = System.currentTimeMillis();
        List<Verdict> verdicts = playAll();
        long seconds = (System.currentTimeMillis() - begin) / 1_000;
        System.out.println(Report.markdown(verdicts));
        System.out.println();
        System.out.println(Report.summary(verdicts, redisVersion, seconds));
        if (options.json() != null) {
            Report.write(options.json(), verdicts, redisVersion, seconds);
        }
        return verdicts.stream().allMatch(Verdict::good);
    }

    /** Plays something else than single faults: one of {@link #CAMPAIGNS}; a short run plays a part of it. */
    static boolean play(Path home, Options options, String campaign) throws Exception {
        return new Robustness(home, options).play(campaign);
    }

    private boolean play(String campaign) throws Exception {
        World world = world(1, campaign.equals("--floods") ? 2 : 1);
        try {
            return switch (campaign) {
                case "--alerts" -> Alerts.play(home, world);
                case "--lost-keys" -> new LostKeys(world).play(false);
                case "--lost-keys-short" -> new LostKeys(world).play(true);
                case "--floods" -> new Floods(world).play();
                case "--mutations" -> new Mutations(world, SEED).play(options.seconds());
                default -> throw new IllegalArgumentException("nothing is called " + campaign);
            };
        } finally {
            world.close();
        }
    }

    /** Plays the faults that were asked for; the verdicts in the order they were asked for. */
    static List<Verdict> play(Path home, Options options) throws Exception {
        return new Robustness(home, options).playAll();
    }

    private List<Verdict> playAll() throws Exception {
        Queue<Fault> open = new ConcurrentLinkedQueue<>(options.faults());
        int lanes = Math.min(options.lanes(), open.size());
        ExecutorService pool = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<List<Verdict>>> results = new ArrayList<>();
            for (int lane = 1; lane <= lanes; lane++) {
                int number = lane;
                results.add(pool.submit(() -> lane(number, open)));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<List<Verdict>> result : results) {
                verdicts.addAll(result.get());
            }
            verdicts.sort(Comparator.comparingInt(verdict -> options.faults().indexOf(verdict.fault())));
            return verdicts;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Verdict> lane(int number, Queue<Fault> open) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        World world = world(number);
        try {
            for (Fault fault = open.poll(); fault != null; fault = open.poll()) {
                Verdict verdict;
                try {
                    verdict = new Suite(world, options.callsPerSecond(), Robustness::progress)
                            .run(fault, options.seconds());
                } catch (IOException | RuntimeException e) {
                    verdict = Verdict.failed(fault, e);
                    world.close();
                    world = world(number);
                }
                progress(Report.row(verdict) + " in " + verdict.seconds() + " s, " + open.size() + " to go");
                if (!verdict.good()) {
                    verdict.lines().stream().limit(20).forEach(line -> progress("    " + line));
                }
                verdicts.add(verdict);
            }
        } finally {
            world.close();
        }
        return verdicts;
    }

    private World world(int lane) throws IOException {
        return world(lane, 1);
    }

    private World world(int lane, int switches) throws IOException {
        World world;
        // one after the other: they look for free ports
        synchronized (this) {
            progress("lane " + lane + " starts");
            world = new World(
                    home,
                    home.resolve("robustness/target/logs/lane-" + lane),
                    executable,
                    options.agents(),
                    options.transport(),
                    options.sentinels(),
                    switches);
        }
        try {
            world.awaitReady();
            redisVersion = world.redis.version();
            progress("lane " + lane + " is ready, Redis " + redisVersion);
            return world;
        } catch (IOException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** On standard error, so that standard output holds nothing but the table. */
    private static void progress(String text) {
        System.err.println(LocalTime.now().format(CLOCK) + " " + text);
    }
}
