package org.engageconnector.app.validate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.engageconnector.simulators.FreePort;

/** A real forward proxy in a process of its own. */
final class Tinyproxy implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Path log;

    /** @param more further lines of its configuration */
    Tinyproxy(Path folder, String... more) throws IOException {
        Files.createDirectories(folder);
        port = FreePort.find();
        log = folder.resolve("tinyproxy.log");
        Path configuration = folder.resolve("tinyproxy.conf");
        Files.writeString(
                configuration,
                String.join(
                                "\n",
                                "Port " + port,
                                "Listen 127.0.0.1",
                                "Timeout 60",
                                "LogFile \"" + log + "\"",
                                "LogLevel Connect",
                                "MaxClients 50",
                                String.join("\n", more))
                        + "\n");
        process = new ProcessBuilder(executable().orElseThrow().toString(), "-d", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("tinyproxy.out").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(this::answers);
    }

    static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "tinyproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    int port() {
        return port;
    }

    /** What it wrote about the tunnels it opened or refused. */
    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
