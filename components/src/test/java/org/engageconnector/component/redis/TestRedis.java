package org.engageconnector.component.redis;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A real redis-server on a free port, with its own folder, that can be stopped, frozen and started again. */
public final class TestRedis implements AutoCloseable {

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String executable;
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private TestRedis(String executable, List<String> settings) {
        this.executable = executable;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
            folder = Files.createTempDirectory("test-redis");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Redis 7.0, with pairs of settings such as {@code "maxmemory", "10mb"}. */
    public static TestRedis with(String... settings) {
        try {
            File executable = RedisExecProvider.defaultProvider().get();
            return new TestRedis(executable.getAbsolutePath(), List.of(settings)).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Redis 6.2, unpacked by the build. */
    public static TestRedis oldWith(String... settings) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").contains("aarch64") ? "arm64" : "amd64";
        try (Stream<Path> found = Files.list(Path.of("target", "redis-6.2"))) {
            Path executable = found.filter(path -> path.getFileName().toString().startsWith("redis-server"))
                    .filter(path -> path.toString().endsWith(system + "-" + machine))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no redis-server 6.2 for " + system + " " + machine));
            if (!executable.toFile().setExecutable(true)) {
                throw new IllegalStateException("cannot be made executable: " + executable);
            }
            return new TestRedis(executable.toAbsolutePath().toString(), List.of(settings)).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that {@code -Dredis.server} names, to try what the build does not bring; else Redis 7.0. */
    public static TestRedis givenWith(String... settings) {
        String given = System.getProperty("redis.server");
        return given == null ? with(settings) : new TestRedis(given, List.of(settings)).start();
    }

    /** Another server of the same kind that follows this one. */
    public TestRedis replica() {
        return new TestRedis(executable, List.of("replicaof", "127.0.0.1 " + port, "repl-diskless-sync-delay", "0"))
                .start();
    }

    /** Asks without any client library; the raw answer, at most 64 KiB of it. */
    public String command(String line) {
        return command(port, line);
    }

    static String command(int port, String line) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answer = new byte[1 << 16];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String executable() {
        return executable;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** A client of it, under a tenant that nobody else has. */
    public RedisConnection connect(String instance) {
        return connect("t" + UUID.randomUUID().toString().substring(0, 8), instance);
    }

    public RedisConnection connect(String tenant, String instance) {
        return new RedisConnection(RedisSettings.of(url(), tenant, instance));
    }

    /** Starts it (again) and waits until it answers. */
    public TestRedis start() {
        List<String> command =
                new ArrayList<>(List.of(executable, "--port", Integer.toString(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.toString(), "--save", ""));
        for (int i = 0; i + 1 < settings.size(); i += 2) {
            command.add("--" + settings.get(i));
            command.addAll(List.of(settings.get(i + 1).split(" ")));
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            long until = System.nanoTime() + START_NANOS;
            while (!answers()) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw new IllegalStateException(
                            "redis-server did not start: " + Files.readString(folder.resolve("log")));
                }
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes());
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** A copy of what is on its disk now, as a replica might have it. */
    public Path copy() {
        try {
            Path copy = Files.createTempDirectory("test-redis-copy");
            copyFiles(folder.resolve("appendonlydir"), copy);
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills it and starts it again with an earlier copy of its disk. */
    public void failOverTo(Path copy) {
        stop();
        try {
            copyFiles(copy, folder.resolve("appendonlydir"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start();
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Its process stands still: connections stay open and nothing is answered. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it and waits for its end. */
    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
