package org.engageconnector.robustness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.Judge;

/**
 * {@code robustness/run --lost-keys}: deletes every key of the tenant, one after the other, while calls are played, then
 * everything at once. After each: who said what, and how long until all are ready and events arrive that were made afterwards.
 */
final class LostKeys {

    private static final int LIMIT_SECONDS = 60;

    /** A path that was stopped because the source was not known is tried again once a minute. */
    private static final int EVERYTHING_LIMIT_SECONDS = 90;

    private static final Pattern MESSAGE = Pattern.compile("\"status\":\"DOWN\",\"message\":\"([^\"]*)\"");
    private static final Fault AFTERWARDS = new Fault(
            "after-lost-keys", "nothing breaks any more", false, 10, scene -> proof -> "all keys were deleted before");

    /** One of each of these in the short run: the ID map, a lease, a call's state, numbers of commits, a journal, counts. */
    private static final List<String> SHORT =
            List.of("dir:map:user", "dir:version", "lease:engage-events/", "state:engage-events/", "commits", "bytes");

    private final World world;
    private final String prefix;

    LostKeys(World world) {
        this.world = world;
        this.prefix = "{ex:" + world.tenant() + "}:";
    }

    /** True when nothing stayed wrong for longer than a minute (a minute and a half when everything was deleted), nobody was ready meanwhile, and calls afterwards are told whole. */
    boolean play(boolean brief) throws Exception {
        System.out.println("| key | wrong for | ready while wrong | said first |");
        System.out.println("|---|---|---|---|");
        boolean good = true;
        try (Player player = world.site.play(PlayOptions.of(1.5, 26), 0)) {
            Pause.seconds(15);
            for (String key : chosen(brief)) {
                good &= print(row(key, "DEL " + key), LIMIT_SECONDS);
            }
            good &= print(row("everything", "FLUSHALL"), EVERYTHING_LIMIT_SECONDS);
            player.stop();
            player.finished().get();
        }
        Verdict verdict = new Suite(world, 1.5, System.err::println).run(AFTERWARDS, 15);
        verdict.lines().stream().limit(20).forEach(System.err::println);
        System.out.println("afterwards: " + verdict.accepted() + " of " + verdict.expected() + " events, lost "
                + verdict.lost() + ", not expected " + verdict.extra() + ", rejected " + verdict.rejected());
        // what was deleted is gone: a state that is told again may be refused, and a call that had begun is told anew
        return good && verdict.lost() == 0 && verdict.reordered() == 0;
    }

    private static boolean print(DeletedKey row, int limitSeconds) {
        System.out.println(row.text());
        return row.good(limitSeconds);
    }

    private List<String> chosen(boolean brief) throws IOException {
        List<String> keys = Keys.of(world, prefix);
        if (!brief) {
            return keys;
        }
        List<String> chosen = new ArrayList<>();
        for (String kind : SHORT) {
            keys.stream()
                    .filter(key -> key.startsWith(prefix + kind))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private DeletedKey row(String key, String command) throws IOException {
        Map<String, String> down = new LinkedHashMap<>();
        TreeSet<String> lying = new TreeSet<>();
        LogTail logs = new LogTail(world.logs());
        boolean idMap = key.startsWith(prefix + "dir:");
        long before = System.currentTimeMillis();
        world.redis.command(command);
        Pause.until(EVERYTHING_LIMIT_SECONDS + 30, 100, () -> {
            boolean ready = true;
            for (ConnectorProcess process : world.processes()) {
                for (String role : process.roles()) {
                    boolean missing = idMap && missing(key);
                    ConnectorProcess.Reply reply = process.get(role, "/observe/health/ready");
                    if (reply.status() == 200 && missing && missing(key)) {
                        lying.add(role + " " + process.instance());
                    }
                    ready &= reply.status() == 200;
                    message(reply).ifPresent(text -> down.putIfAbsent(role, text));
                }
            }
            return ready && arrived(before);
        });
        double seconds = (System.currentTimeMillis() - before) / 1e3;
        String said = down.isEmpty()
                ? logs.first(" (WARN|ERROR) ")
                : down.values().iterator().next();
        return new DeletedKey(key, said, seconds, List.copyOf(lying));
    }

    private static Optional<String> message(ConnectorProcess.Reply reply) {
        Matcher found = MESSAGE.matcher(reply.body());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private boolean missing(String key) {
        try {
            return world.redis.command("EXISTS " + key).startsWith(":0");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a conversation event was accepted that cannot have been on its way at the deletion. */
    private boolean arrived(long deleted) {
        return !world.cloud
                .events(event -> event.path().equals(Judge.CONVERSATIONS)
                        && event.outcome() == Outcome.ACCEPTED
                        && event.arrivedAt() > deleted + 1_000)
                .isEmpty();
    }
}
