package org.engageconnector.robustness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;

/**
 * {@code robustness/run --mutations SECONDS SEED}: HTTP, Jolokia, frames, records in Redis and answers of Genesys Cloud are mutated at
 * random while calls are played. Afterwards every process lives as before, has logged a bounded amount, is ready, and tells calls whole.
 */
final class Mutations {

    /** Bytes of log a minute and process: about 20 lines a second. */
    private static final long MOST_LOG_A_MINUTE = 240_000;

    private static final int SOCKET_MILLIS = 2_000;
    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 409, 413, 418, 429, 500, 502, 503, 504);
    private static final List<String> HASHES = List.of(
            "state:",
            "notes:",
            "inflight:",
            "parked:",
            "dir:map:",
            "dir:alias:",
            "dir:facts",
            "dir:dns",
            "instances",
            "watch:",
            "pulses",
            "bytes");
    private static final Fault AFTERWARDS = new Fault(
            "after-mutations", "nothing is mutated any more", false, 10, scene -> proof -> "mutations went before");

    private final World world;
    private final Mutants mutants;
    private final long seed;
    private int requests;
    private int answered;
    private int frames;
    private int records;
    private int faults;

    Mutations(World world, long seed) {
        this.world = world;
        this.seed = seed;
        this.mutants = new Mutants(seed);
    }

    /** True when nothing of what must not happen did. */
    boolean play(int seconds) throws Exception {
        List<Long> pids = world.processes().stream().map(ConnectorProcess::pid).toList();
        Scene scene = new Scene(world);
        long logBefore = logBytes();
        List<String> wrong = new ArrayList<>();
        try (Player player = world.site.play(PlayOptions.of(1, seed), 0)) {
            long end = System.currentTimeMillis() + seconds * 1_000L;
            for (int round = 0; System.currentTimeMillis() < end; round++) {
                round(round);
            }
            player.stop();
            player.finished().get();
        }
        world.cloud.clearFaults();
        double logged =
                (logBytes() - logBefore) / (seconds / 60.0) / world.processes().size();
        if (!Pause.until(150, () -> world.ready() && world.configSync.ready())) {
            wrong.add("not every role is ready 150 s afterwards");
        }
        if (!world.processes().stream().map(ConnectorProcess::pid).toList().equals(pids)
                || !world.processes().stream().allMatch(ConnectorProcess::alive)) {
            wrong.add("a process has ended");
        }
        for (String pattern :
                List.of("OutOfMemoryError", "StackOverflowError", "ended by an error that nobody expected")) {
            if (scene.count(pattern) > 0) {
                wrong.add(scene.logged(pattern));
            }
        }
        if (logged > MOST_LOG_A_MINUTE) {
            wrong.add(Math.round(logged) + " bytes of log a minute and process");
        }
        Verdict verdict = new Suite(world, 1.5, System.err::println).run(AFTERWARDS, 15);
        // order is not judged: conversations that mutated frames began go on, and what they depend on came before. A
        // state from
        // before is of the minutes in which what the connector had noted of that agent was written over
        long lost = verdict.lost()
                - verdict.lines().stream()
                        .filter(line -> line.startsWith("lost: ") && line.endsWith(" from before"))
                        .count();
        if (lost > 0) {
            wrong.add("afterwards " + lost + " of " + verdict.expected() + " events are lost");
            verdict.lines().stream().limit(10).forEach(System.err::println);
        }
        System.out.println("seed " + seed + ", " + seconds + " s: " + requests + " requests, " + answered
                + " of them answered, "
                + frames + " frames, " + records + " records, " + faults + " answers mutated; " + Math.round(logged)
                + " bytes of log a minute and process; afterwards " + verdict.accepted() + " of " + verdict.expected()
                + " events; "
                + (wrong.isEmpty() ? "nothing wrong" : String.join("; ", wrong)));
        return wrong.isEmpty();
    }

    private void round(int round) throws IOException {
        ConnectorProcess process = mutants.one(world.processes());
        if (round % 5 == 4) {
            request(process.managementPort(), mutants.jolokia());
        } else {
            request(process.port(mutants.one(process.roles())), mutants.http());
        }
        if (round % 3 == 0) {
            world.site.sipServers().get(0).primary().listener().sendBytes(mutants.frame());
            frames++;
        }
        if (round % 40 == 0) {
            record();
            records++;
        }
        if (round % 100 == 0) {
            world.cloud.addFault(CloudFaults.status(mutants.one(STATUSES), 1));
            faults++;
        }
        Pause.millis(20);
    }

    private void request(int port, byte[] bytes) {
        requests++;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOCKET_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            answered += socket.getInputStream().read() < 0 ? 0 : 1;
        } catch (IOException e) {
            // closed or silent: both are answers to nonsense
        }
    }

    /** Writes over a field of a hash, or appends an entry to a journal, as nobody of ours would. */
    private void record() throws IOException {
        String prefix = "{ex:" + world.tenant() + "}:";
        byte[] value = mutants.bytes(mutants.below(60));
        byte[] field = ("mutant" + mutants.below(5)).getBytes(StandardCharsets.US_ASCII);
        if (mutants.below(4) == 0) {
            String journal = mutants.one(List.of("conversation-events", "agent-state-events", "engage-events/SIP_A"));
            redis("XADD", prefix + "j:" + journal, "*", mutants.one(List.of("k", "t", "b", "x")), value);
            return;
        }
        String wanted = prefix + mutants.one(HASHES);
        for (String key : Keys.of(world, prefix)) {
            if (key.startsWith(wanted) && world.redis.command("TYPE " + key).startsWith("+hash")) {
                redis("HSET", key, new String(field, StandardCharsets.US_ASCII), "", value);
                return;
            }
        }
    }

    /** Words, of which an empty one is left out, and a value of any bytes. */
    private void redis(String command, String key, String field, String name, byte[] value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<byte[]> words = new ArrayList<>();
        Stream.of(command, key, field, name)
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(word.getBytes(StandardCharsets.UTF_8)));
        words.add(value);
        out.writeBytes(("*" + words.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (byte[] word : words) {
            out.writeBytes(("$" + word.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(word);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        request(world.redis.port(), out.toByteArray());
        requests--;
    }

    private long logBytes() throws IOException {
        try (Stream<Path> logs = Files.list(world.logs())) {
            long bytes = 0;
            for (Path log : logs.toList()) {
                bytes += Files.size(log);
            }
            return bytes;
        }
    }
}
