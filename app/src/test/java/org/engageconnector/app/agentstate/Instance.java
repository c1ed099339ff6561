package org.engageconnector.app.agentstate;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.engageconnector.app.EngageConnector;

/** An instance of agent-state-sync in a process of its own: what is killed here is killed as a machine would kill it. */
final class Instance implements AutoCloseable {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern EVERY_METRICS_LABELS = Pattern.compile("\\b(role|instance)=\"[^\"]*\",?");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Instance(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Instance start(AgentSite site, String name, Map<String, String> settings) throws IOException {
        Map<String, String> environment = site.environment(name, settings);
        Path none = Files.createTempDirectory("agent-state-sync");
        File log = new File("target/agent-state-sync-" + name + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-Dengage.home=" + HOME,
                "-Dengage.config=" + none,
                "-Dlog4j2.configurationFile=" + HOME.resolve("config/log4j2.xml"),
                EngageConnector.class.getName(),
                "run",
                "agent-state-sync"));
        builder.environment().keySet().removeIf(key -> key.startsWith("EX_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        return new Instance(builder.start(), "http://127.0.0.1:" + environment.get("EX_AGENT_STATE_SYNC_HTTP_PORT"));
    }

    /** Waits until it is ready; one that does not get ready is ended. */
    Instance ready() throws InterruptedException {
        try {
            await().atMost(LIMIT).until(() -> get("/observe/health/ready") != null);
            return this;
        } catch (ConditionTimeoutException e) {
            kill();
            throw e;
        }
    }

    /** What the role says of itself. */
    JsonNode status() throws IOException {
        return new ObjectMapper().readTree(get("/api/v1/status"));
    }

    /** One line of {@code GET /api/v1/agents/states}. */
    JsonNode agent(String employeeId) throws IOException {
        for (JsonNode agent :
                new ObjectMapper().readTree(get("/api/v1/agents/states")).path("agents")) {
            if (agent.path("employeeId").asText().equals(employeeId)) {
                return agent;
            }
        }
        return new ObjectMapper().nullNode();
    }

    /**
     * The value of a metric with its own labels, as Prometheus text has it, without the two that every metric has: which role of
     * which instance speaks. 0 when there is none.
     */
    double metric(String nameAndLabels) {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith("ex_"))
                .map(line -> EVERY_METRICS_LABELS.matcher(line).replaceAll(""))
                .map(line -> line.replace(",}", "}").replace("{}", ""))
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** {@code null} when it does not answer 200. */
    private String get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Posts nothing to a path, and gives back the status. */
    int post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** As SIGTERM: it finishes what is in flight. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
