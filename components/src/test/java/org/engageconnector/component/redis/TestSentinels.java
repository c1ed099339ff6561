package org.engageconnector.component.redis;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Three real Sentinels that watch a master under the name {@code journals}; a failover takes them about 2 s. */
public final class TestSentinels implements AutoCloseable {

    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    public TestSentinels(TestRedis master) {
        try {
            for (int i = 0; i < 3; i++) {
                int port;
                try (ServerSocket free = new ServerSocket(0)) {
                    port = free.getLocalPort();
                }
                Path folder = Files.createTempDirectory("test-sentinel");
                Path file =
                        Files.writeString(folder.resolve("sentinel.conf"), """
                        port %d
                        bind 127.0.0.1
                        dir %s
                        sentinel monitor journals 127.0.0.1 %d 2
                        sentinel down-after-milliseconds journals 1500
                        sentinel failover-timeout journals 6000
                        """.formatted(port, folder, master.port()));
                processes.add(new ProcessBuilder(master.executable(), file.toString(), "--sentinel")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start());
                ports.add(port);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url(String master) {
        return "redis-sentinel://"
                + ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")) + "/0#" + master;
    }

    /** The raw answer of the first Sentinel. */
    public String command(String line) {
        return TestRedis.command(ports.get(0), line);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
