package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.engageconnector.simulators.FreePort;

/** Two Redis servers, each of which may be the master, and three Sentinels that watch them. */
final class RedisTrio implements AutoCloseable {

    private static final String MASTER = "journals";

    final RedisProcess first;
    final RedisProcess second;
    private final List<Process> sentinels = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    /** @param executable a redis-server, which is a Sentinel too */
    RedisTrio(String executable, RedisProcess first) throws IOException {
        this.first = first;
        second = new RedisProcess(executable);
        for (RedisProcess each : List.of(first, second)) {
            each.command("CONFIG SET masteruser connector");
            each.command("CONFIG SET masterauth " + Planted.REDIS_PASSWORD);
            each.command("CONFIG SET repl-diskless-sync-delay 0");
        }
        second.command("REPLICAOF 127.0.0.1 " + first.port());
        for (int i = 0; i < 3; i++) {
            int port = FreePort.find();
            Path folder = Files.createTempDirectory("robustness-sentinel");
            Path file = Files.writeString(folder.resolve("sentinel.conf"), """
                    port %d
                    bind 127.0.0.1
                    dir %s
                    sentinel monitor %s 127.0.0.1 %d 2
                    sentinel auth-user %s connector
                    sentinel auth-pass %s %s
                    sentinel down-after-milliseconds %s 2000
                    sentinel failover-timeout %s 6000
                    """.formatted(
                    port, folder, MASTER, first.port(), MASTER, MASTER, Planted.REDIS_PASSWORD, MASTER, MASTER));
            sentinels.add(new ProcessBuilder(executable, file.toString(), "--sentinel")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start());
            ports.add(port);
        }
        if (!Pause.until(60, this::complete)) {
            throw new IOException("the Sentinels did not find each other, the master and its replica");
        }
    }

    String url() {
        return "redis-sentinel://connector:" + Planted.REDIS_PASSWORD + "@"
                + ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")) + "/0#" + MASTER;
    }

    /** The one that is the master now. */
    RedisProcess master() {
        return isMaster(first) ? first : second;
    }

    RedisProcess other(RedisProcess one) {
        return one == first ? second : first;
    }

    static boolean isMaster(RedisProcess server) {
        try {
            return server.command("INFO replication").contains("role:master");
        } catch (IOException e) {
            return false;
        }
    }

    /** True when the replica follows and every Sentinel knows it. */
    boolean complete() {
        RedisProcess replica = other(master());
        try {
            for (int port : ports) {
                String known = RedisProcess.command(port, "SENTINEL replicas " + MASTER);
                if (!known.contains(Integer.toString(replica.port()))
                        || known.contains("s_down")
                        || !RedisProcess.command(port, "SENTINEL ckquorum " + MASTER)
                                .startsWith("+OK 3")) {
                    return false;
                }
            }
            return replica.command("INFO replication").contains("master_link_status:up");
        } catch (IOException e) {
            return false;
        }
    }

    /** What an administrator asks for. */
    void failOver() throws IOException {
        RedisProcess.command(ports.get(0), "SENTINEL failover " + MASTER);
    }

    @Override
    public void close() {
        sentinels.forEach(Process::destroyForcibly);
        second.close();
    }
}
