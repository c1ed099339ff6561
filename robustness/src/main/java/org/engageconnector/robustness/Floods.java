package org.engageconnector.robustness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.judge.Findings;
import org.engageconnector.simulators.judge.Judge;

/** {@code robustness/run --floods}: the SIP Server of one switch sends what it should not; its neighbour's calls must not be late. */
final class Floods {

    private static final int SECONDS = 20;
    private static final long GOAL_MILLIS = 1_000;

    /** What waits for evidence is told a window later by the rules themselves. */
    private static final long WINDOW_MILLIS = 2_000;

    /** Redis has 512 MB in this world: more than a quarter of it for what one server says would be too much. */
    private static final long MOST_GROWTH = 128L << 20;

    /**
     * A flood.
     *
     * @param frame the frame of a number
     * @param burst frames that are sent at once
     * @param everyMillis between two bursts
     */
    private record Flood(String name, IntFunction<Message> frame, int frames, int burst, long everyMillis) {}

    private final World world;

    Floods(World world) {
        this.world = world;
    }

    /** True when each flood leaves the neighbour's calls whole and in time, and Redis small. */
    boolean play() throws Exception {
        System.out.println("| flood of one SIP Server | frames | neighbour's events, lost | p50, p99, longest delay |"
                + " Redis before, at most | leases lost | not ready |");
        System.out.println("|---|---|---|---|---|---|---|");
        boolean good = true;
        for (Flood flood : floods()) {
            good &= one(flood);
        }
        return good;
    }

    private boolean one(Flood flood) throws Exception {
        String neighbour = world.site.sipServers().get(1).switchName();
        Scene scene = new Scene(world);
        long before = memory();
        long most = before;
        int sent = 0;
        int notReady = 0;
        try (Player player = world.site.play(PlayOptions.of(3, flood.name().hashCode()), 0)) {
            Pause.seconds(6);
            long end = System.currentTimeMillis() + SECONDS * 1_000L;
            while (System.currentTimeMillis() < end) {
                if (sent < flood.frames()) {
                    byte[] burst = burst(flood, sent);
                    sent += flood.burst();
                    world.site.sipServers().get(0).primary().listener().sendBytes(burst);
                }
                Pause.millis(flood.everyMillis());
                most = Math.max(most, memory());
                notReady += world.ready() ? 0 : 1;
            }
            player.stop();
            player.finished().get();
            Pause.until(120, 1_000, () -> judge(scene).calls(player, neighbour).lostCount() == 0);
            Findings calls = judge(scene).calls(player, neighbour);
            long p99 = calls.delays().getValueAtPercentile(99);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d, %d | %d, %d, %d ms | %d, %d MB | %d | %s |%n",
                    flood.name(),
                    sent,
                    calls.expected(),
                    calls.lostCount(),
                    calls.delays().getValueAtPercentile(50),
                    p99,
                    calls.delays().getMaxValue(),
                    before >> 20,
                    most >> 20,
                    scene.count("Lease .* lost|does not hold the lease"),
                    notReady == 0 ? "never" : notReady + " looks");
            calls.lines().stream().limit(5).forEach(System.err::println);
            return calls.lostCount() == 0 && p99 < GOAL_MILLIS + WINDOW_MILLIS && most - before < MOST_GROWTH;
        }
    }

    private Judge judge(Scene scene) {
        return new Judge(
                world.names(), world.cloud.events(event -> event.sequence() > scene.since), world.site.unheard());
    }

    private long memory() throws IOException {
        return world.redis
                .command("INFO memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("used_memory:".length()).trim()))
                .findFirst()
                .orElse(0);
    }

    private static byte[] burst(Flood flood, int from) {
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int i = 0; i < flood.burst(); i++) {
            burst.writeBytes(Tkv.encode(flood.frame().apply(from + i)));
        }
        return burst.toByteArray();
    }

    private static List<Flood> floods() {
        return List.of(
                new Flood("nothing", number -> ringing(number).build(), 0, 1, 100),
                new Flood(
                        "small calls, as many as go", number -> ringing(number).build(), 80_000, 500, 50),
                new Flood(
                        "CallUUIDs of a megabyte",
                        number -> ringing(number, "x".repeat(1_000_000)).build(),
                        60,
                        1,
                        300),
                new Flood(
                        "a new ServerStartTime and number 65535 with every event",
                        number -> ringing(number)
                                .with(TServerAttribute.SERVER_START_TIME, 1_000_000 + number)
                                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, 65_535L)
                                .build(),
                        58_000,
                        300,
                        50),
                new Flood(
                        "event numbers that jump by 131,071",
                        number -> ringing(number)
                                .with(TServerAttribute.SERVER_START_TIME, 1_000_000)
                                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, 131_071L * number)
                                .build(),
                        58_000,
                        300,
                        50));
    }

    private static Message.Builder ringing(int number) {
        return ringing(number, "FLOOD");
    }

    private static Message.Builder ringing(int number, String id) {
        long now = System.currentTimeMillis();
        return Message.of(TServerMessage.EVENT_RINGING)
                .with(TServerAttribute.CALL_UUID, id + number)
                .with(TServerAttribute.CONN_ID, 1_000_000L + number)
                .with(TServerAttribute.THIS_DN, "9999")
                .with(TServerAttribute.CALL_TYPE, 2)
                .with(TServerAttribute.TIME_IN_SECS, (int) (now / 1_000))
                .with(TServerAttribute.TIME_IN_U_SECS, (int) (now % 1_000) * 1_000);
    }
}
