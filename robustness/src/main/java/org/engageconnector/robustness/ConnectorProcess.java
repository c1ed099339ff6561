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
    private final Path logs;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private Process process;
    private int starts;

    ConnectorProcess(Path home, Path logs, String instance, List<String> roles, Map<String, String> settings)
            throws IOException {
        this.home = home;
        this.logs = logs;
        this.instance = instance;
        this.roles = roles;
        this.config = Files.createTempDirectory("robustness-" + instance);
        Properties all = new Properties();
        all.putAll(settings);
        all.put("ex.instance-id", instance);
        all.put("ex.management.port", "" + RedisProcess.Ports.free());
        for (String role : roles) {
            ports.put(role, RedisProcess.Ports.free());
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
        starts++;
        Path log = logs.resolve(instance + "-" + starts + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dengage.home=" + home,
                "-Dengage.config=" + config,
                "-Dengage.log=plain",
                "-Dlog4j2.configurationFile=" + home.resolve("config/log4j2.xml"),
                "-cp",
                CLASS_PATH,
                "org.engageconnector.app.EngageConnector",
                "run"));
        command.addAll(roles);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("EX_"));
        process = builder.start();
        return this;
    }

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

    /** True when this instance holds a lease, by its own metrics. */
    boolean holds(String role, String lease) {
        return get(role, "/observe/metrics")
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("ex_lease_held")
                        && line.contains("\"" + lease + "\"")
                        && line.endsWith(" 1.0"));
    }

    private record Reply(int status, String body) {}

    private Reply get(String role, String path) {
        try {
            HttpResponse<String> reply = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(role) + path))
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
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
    }
}
