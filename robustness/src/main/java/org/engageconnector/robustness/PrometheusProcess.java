package org.engageconnector.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.simulators.FreePort;

/**
 * A real Prometheus that scrapes the instances and holds them against the alert rules that are shipped, on free ports of
 * loopback. Of the rules only times are shortened: what waits for minutes waits for seconds here.
 */
final class PrometheusProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final int port = FreePort.find();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final Process process;

    /** @param rules the rules file that is shipped */
    PrometheusProcess(Path rules, World world) throws IOException {
        Path folder = Files.createTempDirectory("robustness-prometheus");
        Files.writeString(folder.resolve("alerts.yaml"), shortened(Files.readString(rules)));
        Path config = Files.writeString(folder.resolve("prometheus.yaml"), config(world));
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!Pause.until(30, () -> answer("/-/ready").contains("Ready"))) {
            close();
            throw new IOException("Prometheus did not start, see " + folder.resolve("log"));
        }
    }

    /** The rules with {@code for} and ranges of seconds; expressions and thresholds are as shipped. */
    static String shortened(String rules) {
        return rules.replaceAll("for: \\d+[sm]", "for: 3s")
                .replaceAll("\\[\\d+m\\]", "[30s]")
                .replaceAll("offset \\d+m", "offset 30s");
    }

    private static String config(World world) {
        StringBuilder text = new StringBuilder("""
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: [alerts.yaml]
            scrape_configs:
              - job_name: engage-connector
                metrics_path: /observe/metrics
                static_configs:
            """);
        for (ConnectorProcess each : world.processes()) {
            for (String role : each.roles()) {
                text.append(
                        "      - {targets: [\"127.0.0.1:%d\"], labels: {role: %s}}%n".formatted(each.port(role), role));
            }
        }
        return text.toString();
    }

    /** The names of the alerts that fire now. */
    Set<String> firing() {
        Set<String> names = new TreeSet<>();
        try {
            for (JsonNode alert :
                    new ObjectMapper().readTree(answer("/api/v1/alerts")).at("/data/alerts")) {
                if (alert.path("state").asText().equals("firing")) {
                    names.add(alert.at("/labels/alertname").asText());
                }
            }
        } catch (IOException e) {
            // not an answer: nothing is known to fire
        }
        return names;
    }

    private String answer(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(LIMIT)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
        Pause.untilEnd(process);
    }
}
