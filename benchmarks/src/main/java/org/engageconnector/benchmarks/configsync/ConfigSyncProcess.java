package org.engageconnector.benchmarks.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.world.LocalRedis;

/** The role config-sync in a Java machine of its own, with a heap of 512 MB. */
final class ConfigSyncProcess implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(60);

    private final LocalRedis redis;
    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    ConfigSyncProcess(ConfigDatabase database, GenesysCloudSimulator cloud) throws IOException {
        int port = FreePort.find();
        redis = LocalRedis.start("1gb");
        address = URI.create("http://127.0.0.1:" + port);
        String home = System.getProperty("engage.home", ".");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dengage.home=" + home,
                "-Dlog4j2.configurationFile=" + Path.of(home, "config", "log4j2.xml"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.engageconnector.app.EngageConnector",
                "run",
                "config-sync");
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("EX_ORG_ID", cloud.organisationId()),
                        Map.entry("EX_TENANT_ID", String.valueOf(SiteGenerator.TENANT_DBID)),
                        Map.entry("EX_CONFIG_DB_URL", database.url()),
                        Map.entry("EX_CONFIG_DB_USERNAME", database.username()),
                        Map.entry("EX_CONFIG_DB_PASSWORD", database.password()),
                        Map.entry("EX_REDIS_URL", redis.url()),
                        Map.entry("EX_GENESYS_CLOUD_API_URL", cloud.url()),
                        Map.entry("EX_GENESYS_CLOUD_LOGIN_URL", cloud.url()),
                        Map.entry(
                                "EX_GENESYS_CLOUD_CLIENT_ID",
                                cloud.client("config-sync").id()),
                        Map.entry(
                                "EX_GENESYS_CLOUD_CLIENT_SECRET",
                                cloud.client("config-sync").secret()),
                        Map.entry("EX_CONFIG_SYNC_INTERVAL", "1h"),
                        Map.entry("EX_CONFIG_SYNC_RECONCILE_INTERVAL", "24h"),
                        Map.entry("EX_MANAGEMENT_PORT", String.valueOf(FreePort.find())),
                        Map.entry("EX_CONFIG_SYNC_HTTP_PORT", String.valueOf(port))));
        process = builder.redirectErrorStream(true)
                .redirectOutput(new File("benchmarks/target/config-sync.log"))
                .start();
    }

    /** Waits for the first sync; returns its status. */
    JsonNode firstSync(Duration limit) throws Exception {
        return await(Instant.EPOCH, STARTING.plus(limit));
    }

    /** Asks for a run, waits for its end; returns the status. */
    JsonNode runOnce(Duration limit) throws Exception {
        Instant before = Instant.now();
        http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/sync"))
                        .timeout(Duration.ofSeconds(10))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return await(before, limit);
    }

    /** Heap in use now, MiB. */
    double heap() throws Exception {
        return get("/observe/metrics")
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / (1 << 20);
    }

    private JsonNode await(Instant since, Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("config-sync ended; see benchmarks/target/config-sync.log");
            }
            JsonNode status = status();
            if (status != null
                    && status.path("state").asText().equals("idle")
                    && status.path("finishedAt").isTextual()
                    && Instant.parse(status.path("finishedAt").asText()).isAfter(since)) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("config-sync did not end a run within " + limit);
    }

    private JsonNode status() throws InterruptedException {
        try {
            JsonNode status = json.readTree(get("/api/v1/sync"));
            return status.has("state") ? status : null;
        } catch (IOException e) {
            return null; // not up yet
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** How long the run took that a status shows. */
    static double seconds(JsonNode status) {
        Duration time = Duration.between(
                Instant.parse(status.path("startedAt").asText()),
                Instant.parse(status.path("finishedAt").asText()));
        return time.toMillis() / 1000.0;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        redis.close();
    }
}
