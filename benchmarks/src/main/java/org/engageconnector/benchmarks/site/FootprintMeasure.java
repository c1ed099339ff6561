package org.engageconnector.benchmarks.site;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.world.SimulatedWorld;

/** P6: what all three roles in one process, and their Redis, need at the documented load. The simulators are elsewhere: here. */
public final class FootprintMeasure implements Measure {

    private static final int AGENTS = 1_000;
    private static final double CALLS_PER_SECOND = 5;
    private static final long WARM_UP_SECONDS = 60;

    @Override
    public List<String> rows() {
        return List.of("P6");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        long seconds = options.quick() ? 60 : 3_600;
        try (SimulatedWorld world = Connector.world(AGENTS, 1_000);
                Connector connector = new Connector("P6", Connector.ROLES, world.settings());
                RedisConnection redis =
                        new RedisConnection(RedisSettings.of(world.redisUrl(), world.tenant(), "benchmark"))) {
            connector.start().awaitReady(Duration.ofMinutes(3));
            Connector.normalQuota(world, 20);
            Player player =
                    world.site().play(PlayOptions.of(CALLS_PER_SECOND, 1).forgetting(), 0);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            return measure(connector, redis, player, seconds);
        }
    }

    private static List<Figure> measure(Connector connector, RedisConnection redis, Player player, long seconds)
            throws Exception {
        ProcessFigures process = new ProcessFigures(connector.pid());
        double cpuBefore = process.cpuSeconds();
        long begin = System.nanoTime();
        long every = Math.max(20, seconds / 60);
        for (long second = every; second <= seconds; second += every) {
            TimeUnit.SECONDS.sleep(every);
            double passed = (System.nanoTime() - begin) / 1e9;
            System.err.printf(
                    "  %.0f of %d s: CPU %.1f %% of a core, resident %.0f MiB, Redis %.1f MiB, %d calls%n",
                    passed,
                    seconds,
                    100 * (process.cpuSeconds() - cpuBefore) / passed,
                    process.residentMiB(),
                    redisMiB(redis, "used_memory"),
                    player.progress().callsStarted());
        }
        double passed = (System.nanoTime() - begin) / 1e9;
        double cpu = 100 * (process.cpuSeconds() - cpuBefore) / passed;
        String load = " at " + CALLS_PER_SECOND + " calls/s, " + AGENTS + " agents";
        return List.of(
                Figure.atMost("P6", "CPU of the process" + load, cpu, "% of a core", 15),
                Figure.atMost("P6", "resident memory at the end", process.residentMiB(), "MiB", 400),
                Figure.atMost("P6", "resident memory at its peak", process.peakResidentMiB(), "MiB", 400),
                Figure.atMost("P6", "Redis after " + seconds + " s", redisMiB(redis, "used_memory"), "MiB", 100),
                Figure.plain("P6", "Redis at its peak", redisMiB(redis, "used_memory_peak"), "MiB"),
                Figure.plain("P6", "calls begun", player.progress().callsStarted(), "calls"));
    }

    private static double redisMiB(RedisConnection redis, String field) {
        for (String line : redis.call(commands -> commands.info("memory")).split("\r?\n")) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.substring(field.length() + 1).strip()) / (double) (1 << 20);
            }
        }
        throw new IllegalStateException("Redis says nothing of " + field);
    }
}
