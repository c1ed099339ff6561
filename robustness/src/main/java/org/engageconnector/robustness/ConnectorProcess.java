package org.engageconnector.robustness;

import java.io.IOException;
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

/** One instance of the connector in a process of its own, run as the launcher runs it. */
final class ConnectorProcess implements AutoCloseable {

    /** Our own: the connector is in it, though nothing here is compiled against it. Surefire hides it behind a manifest. */
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final String instance;
    private final List<String> roles;
    private final Path home;
    private final Path config;
    private final Links links;
    private final Path logs;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final int managementPort = FreePort.find();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private Process process;
    private int starts;

    /** @param links what stands between the instance and its servers; null for nothing */
    ConnectorProcess(
            Path home, Path logs, String instance, List<String> roles, Map<String, String> settings, Links links)
            throws IOException {
        this.links = links;
        this.home = home;
        this.logs = logs;
        this.instance = instance;
        this.roles = roles;
        this.config = Files.createTempDirectory("robustness-" + instance);
        Properties all = new Properties();
        all.putAll(settings);
        all.put("ex.instance-id", instance);
        all.put("ex.management.port", "" + managementPort);
        for (String role : roles) {
            ports.put(role, FreePort.find());
            all.put("ex." + role + ".http.port", "" + ports.get(role));
        }
        try (var out = Files.newBufferedWriter(config.resolve("application.properties"))) {
            all.store(out, null);
        }
        for (String file : List.of("agent-state-mapping.yaml", "sql")) {
            copy(home.resolve("config").resolve(file), config.resolve(file));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    ConnectorProcess start() throws IOException {
        return start("");
    }

    /** @param jvmOption one more option of its JVM; empty for none */
    ConnectorProcess start(String jvmOption) throws IOException {
        starts++;
        Path log = logs.resolve(instance + "-" + starts + ".log");
        List<String> line = new ArrayList<>(List.of("run"));
        line.addAll(roles);
        ProcessBuilder builder = launch("plain", line).redirectOutput(log.toFile());
        if (!jvmOption.isEmpty()) {
            builder.command().add(1, jvmOption);
        }
        process = builder.start();
        return this;
    }

    /** The program with these words, this instance's settings, and no others. */
    private ProcessBuilder launch(String log, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dengage.home=" + home,
                "-Dengage.config=" + config,
                "-Dengage.log=" + log,
                "-Dlog4j2.configurationFile=" + home.resolve("config/log4j2.xml"),
                "-cp",
                CLASS_PATH,
                "org.engageconnector.app.EngageConnector"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("EX_"));
        return builder;
    }

    /** Runs another command of the program with this instance's settings, and gives what it prints and how it ends. */
    Printed command(String... words) throws IOException {
        Path file = Files.createTempFile(config, "command", ".out");
        Process ran =
                launch("plain", List.of(words)).redirectOutput(file.toFile()).start();
        if (!Pause.until(120, () -> !ran.isAlive())) {
            ran.destroyForcibly();
            throw new IOException(List.of(words) + " did not end within two minutes");
        }
        return new Printed(ran.exitValue(), Files.readString(file));
    }

    /** What a command said. */
    record Printed(int exitCode, String text) {}

    String instance() {
        return instance;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** True when every role says that it can do its job. */
    boolean ready() {
        return roles.stream()
                .allMatch(role -> get(role, "/observe/health/ready").status() == 200);
    }

    /** What stands between this instance and its servers. */
    Links links() {
        return links;
    }

    /** True when this instance holds a lease whose name begins so, by its own metrics. */
    boolean holds(String role, String lease) {
        return get(role, "/observe/metrics")
                .body()
                .lines()
                .anyMatch(line ->
                        line.startsWith("ex_lease_held") && line.contains("\"" + lease) && line.endsWith(" 1.0"));
    }

    int managementPort() {
        return managementPort;
    }

    List<String> roles() {
        return roles;
    }

    int port(String role) {
        return ports.get(role);
    }

    /** An HTTP answer; status 0 when there was none. */
    record Reply(int status, String body) {}

    Reply get(String role, String path, String... headers) {
        return get(ports.get(role), path, headers);
    }

    /** What Jolokia answers. */
    Reply jolokia(String request) {
        return get(managementPort, "/observe/jolokia/" + request);
    }

    private Reply get(int port, String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(LIMIT);
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), reply.body());
        } catch (IOException e) {
            return new Reply(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "");
        }
    }

    /** As kill -9; returns how it ended. */
    int kill() {
        process.destroyForcibly();
        Pause.untilEnd(process);
        return process.exitValue();
    }

    /** As an operator stops it: SIGTERM, without waiting for its end. */
    void terminate() {
        process.destroy();
    }

    void awaitEnd() {
        Pause.untilEnd(process);
    }

    /** SIGSTOP: the process exists and does nothing. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("kill", name, Long.toString(pid())).start();
        Pause.untilEnd(kill);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (links != null) {
            links.close();
        }
    }
}
