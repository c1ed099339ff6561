package org.engageconnector.robustness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.FreePort;

/** A real redis-server in a process of its own, with a log of every write that is synced before the answer. */
final class RedisProcess implements AutoCloseable {

    private final String executable;
    private final Path folder;
    private final int port;
    private Process process;

    /** @param executable a redis-server */
    RedisProcess(String executable) throws IOException {
        this.executable = executable;
        this.folder = Files.createTempDirectory("robustness-redis");
        this.port = FreePort.find();
        start(true);
    }

    int port() {
        return port;
    }

    /** With user and password, as an installation has them; the suite's own commands go without. */
    String url() {
        return "redis://connector:" + Planted.REDIS_PASSWORD + "@127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Such as {@code 7.0.15}. */
    String version() throws IOException {
        return command("INFO server")
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> line.substring("redis_version:".length()))
                .findFirst()
                .orElse("unknown");
    }

    /** SIGSTOP: it holds its connections and answers nothing. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        Pause.untilEnd(new ProcessBuilder("kill", name, Long.toString(pid())).start());
    }

    void start(boolean appendOnly) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable, "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(
                List.of("--dir", folder.toString(), "--save", "", "--maxmemory", "512mb", "--rdbcompression", "no"));
        command.addAll(List.of("--appendonly", appendOnly ? "yes" : "no", "--appendfsync", "always"));
        command.addAll(List.of("--user", "connector", "on", ">" + Planted.REDIS_PASSWORD, "~*", "&*", "+@all"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("redis-server did not start, see " + folder.resolve("log"));
            }
            Pause.millis(50);
        }
    }

    /** As kill -9. */
    void kill() {
        process.destroyForcibly();
        Pause.untilEnd(process);
    }

    /** Writes the state of now to a file that {@link #restartFromSnapshot} goes back to. */
    void snapshot() throws IOException {
        command("SAVE");
        keepDump();
    }

    /** Keeps the dump of the last SAVE for {@link #restartFromSnapshot}. */
    void keepDump() throws IOException {
        Files.copy(folder.resolve("dump.rdb"), folder.resolve("kept.rdb"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What a fail-over to a replica that was behind looks like: everything since the snapshot is forgotten. */
    void restartFromSnapshot() throws IOException {
        kill();
        Files.copy(folder.resolve("kept.rdb"), folder.resolve("dump.rdb"), StandardCopyOption.REPLACE_EXISTING);
        start(false);
        command("CONFIG SET appendonly yes");
    }

    private boolean answers() {
        try {
            return command("PING").startsWith("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /** The folder with everything Redis keeps. */
    Path folder() {
        return folder;
    }

    /** One inline command; the start of its raw answer. */
    String command(String line) throws IOException {
        return command(port, line);
    }

    static String command(int port, String line) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
