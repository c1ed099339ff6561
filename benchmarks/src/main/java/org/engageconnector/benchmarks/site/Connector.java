package org.engageconnector.benchmarks.site;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.world.SimulatedWorld;

/** One instance of the connector, started by {@code ./engage-connector run ...} as a person would. */
public final class Connector implements AutoCloseable {

    static final List<String> ROLES = List.of("config-sync", "agent-state-sync", "conversation-provider");

    /** Set when a flight recording of every connector under test is wanted. */
    public static final String PROFILE = "engage.benchmark.profile";

    /** Where the options of the connector's Java machine are left for the report. */
    public static final String FLAGS = "engage.benchmark.connector-flags";

    private static final int REMEMBERED_REQUESTS = 10_000;

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Path home = Path.of(System.getProperty("engage.home", ".")).toAbsolutePath();
    private final Path config = Files.createTempDirectory("benchmark-site");
    private final Path log;
    private final String instance;
    private final List<String> roles;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private Process process;
    private long startedAt;

    Connector(String instance, List<String> roles, Map<String, String> settings) throws IOException {
        this.instance = instance;
        this.roles = roles;
        this.log = home.resolve("benchmarks/target/" + instance + ".log");
        Properties all = new Properties();
        settings.forEach((name, value) -> {
            if (!name.contains(".genesys-cloud.client-") || ROLES.contains(name.split("\\.")[1])) {
                all.put(name, value);
            }
        });
        all.put("ex.instance-id", instance);
        all.put("ex.management.port", "" + FreePort.find());
        for (String role : roles) {
            ports.put(role, FreePort.find());
            all.put("ex." + role + ".http.port", "" + ports.get(role));
        }
        try (Writer out = Files.newBufferedWriter(config.resolve("application.properties"))) {
            all.store(out, null);
        }
    }

    /** @param remembered posted events that are kept for comparison */
    static SimulatedWorld world(int agents, int remembered) throws IOException {
        return SimulatedWorld.start(
                EngageSiteOptions.of(agents, 1),
                null,
                GenesysCloudSimulator.builder().remember(remembered, REMEMBERED_REQUESTS));
    }

    /** The quota of Genesys Cloud from now on, and answers after so long. */
    static void normalQuota(SimulatedWorld world, long answerMillis) {
        world.normalQuota();
        world.cloud().addFault(Fault.delay("/api/v2/events", answerMillis, 0));
    }

    /** Starts the launcher, which becomes the program. */
    Connector start() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("engage-connector").toString(), "run"));
        command.addAll(roles);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("EX_"));
        builder.environment().put("ENGAGE_JAVA_OPTIONS", "-Dengage.config=" + config + profile());
        startedAt = System.nanoTime();
        process = builder.start();
        return this;
    }

    /** Waits until every role can do its job; returns the seconds since the command. */
    double awaitReady(Duration limit) throws InterruptedException, IOException {
        while (!ready()) {
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            if (!process.isAlive() || seconds > limit.toSeconds()) {
                throw new IOException("the connector did not get ready in " + limit.toSeconds() + " s; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        System.setProperty(FLAGS, flags());
        return seconds;
    }

    private String profile() {
        return Boolean.getBoolean(PROFILE)
                ? " -XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + log.getParent() + "/"
                        + instance + ".jfr"
                : "";
    }

    boolean ready() throws InterruptedException {
        for (String role : roles) {
            if (status(role, "/observe/health/ready") != 200) {
                return false;
            }
        }
        return true;
    }

    /** True when this instance holds a lease, by its own metrics. */
    boolean holds(String role, String lease) throws InterruptedException {
        return holdsAny(role, lease + "\"");
    }

    /** True when this instance holds a lease whose name begins like this. */
    boolean holdsAny(String role, String prefix) throws InterruptedException {
        try {
            return get(role, "/observe/metrics")
                    .body()
                    .lines()
                    .anyMatch(line ->
                            line.startsWith("ex_lease_held") && line.contains("\"" + prefix) && line.endsWith(" 1.0"));
        } catch (IOException e) {
            return false;
        }
    }

    private int status(String role, String path) throws InterruptedException {
        try {
            return get(role, path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private HttpResponse<String> get(String role, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(role) + path))
                        .timeout(LIMIT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** The launcher's process id, which is the program's: it is replaced by it. */
    long pid() {
        return process.pid();
    }

    private String flags() {
        List<String> flags = new ArrayList<>();
        for (String word : process.info().arguments().orElse(new String[0])) {
            if (word.startsWith("-X")) {
                flags.add(word);
            }
        }
        return String.join(" ", flags);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }

    /** As kill: it finishes what is in flight. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (alive()) {
            stop();
        }
    }
}
