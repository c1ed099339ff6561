package org.engageconnector.app.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.FreePort;

/** The role config-sync in a process of its own, run as the launcher runs it, that can be killed with SIGKILL. */
final class ConfigSyncJvm implements AutoCloseable {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path LOG = Path.of("target", "sigkill-config-sync.log");
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Process process;
    private final URI address;

    /** @param settings by environment name, over what every instance has */
    ConfigSyncJvm(Map<String, String> settings) throws IOException {
        int port = FreePort.find();
        address = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dengage.home=" + HOME,
                "-Dlog4j2.configurationFile=" + HOME.resolve("config").resolve("log4j2.xml"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.engageconnector.app.EngageConnector",
                "run",
                "config-sync"));
        builder.environment().keySet().removeIf(name -> name.startsWith("EX_"));
        builder.environment().putAll(settings);
        builder.environment().put("EX_INSTANCE_ID", "process-" + port);
        builder.environment().put("EX_CONFIG_SYNC_HTTP_PORT", String.valueOf(port));
        builder.environment().put("EX_MANAGEMENT_PORT", String.valueOf(FreePort.find()));
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** {@code GET /api/v1/sync}; a missing node while the process does not answer. */
    JsonNode status() {
        return send("GET", "/api/v1/sync");
    }

    /** {@code POST /api/v1/sync} with its query. */
    void post(String query) {
        send("POST", "/api/v1/sync" + query);
    }

    private JsonNode send(String method, String path) {
        try {
            return JSON.readTree(http.send(
                            HttpRequest.newBuilder(address.resolve(path))
                                    .timeout(LIMIT)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            return JSON.missingNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JSON.missingNode();
        }
    }

    /** SIGKILL; returns the exit code, 137 when the signal ended it. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
