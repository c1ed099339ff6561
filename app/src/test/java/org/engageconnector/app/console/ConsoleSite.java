package org.engageconnector.app.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import redis.embedded.RedisServer;

/** A whole site: Config DB, Engage servers, Redis, Genesys Cloud, and the three roles with both tokens and their own route files. */
public final class ConsoleSite implements AutoCloseable {

    static final String TOKEN = "the-token-of-the-console-test";
    static final String READ_TOKEN = "the-reading-token-of-the-console-test";

    final EngageSite engage;
    final GenesysCloudSimulator cloud;
    final Path routes;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Role, Integer> ports = new LinkedHashMap<>();
    private final RedisServer redis;
    private final RoleGroup roles;
    private final Home home;
    private final int redisPort = FreePort.find();

    ConsoleSite(int agents, Path directory) throws IOException {
        this(agents, directory, Map.of());
    }

    /** @param changed settings that differ from the console's */
    public ConsoleSite(int agents, Path directory, Map<String, String> changed) throws IOException {
        redis = RedisServer.builder()
                .port(redisPort)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("maxmemory 300mb")
                .build();
        redis.start();
        engage = EngageSite.start(EngageSiteOptions.of(agents, 7));
        cloud = GenesysCloudSimulator.builder().requestsPerMinute(100_000).start();
        routes = home(directory);
        Map<String, String> environment = environment(changed);
        home = new Home(directory, environment);
        List<RoleSettings> settings = new ArrayList<>();
        for (Role role : Role.values()) {
            settings.add(new SettingsReader(directory.resolve("settings"), environment, "console-test").read(role));
        }
        roles = new RoleGroup(home, settings);
        roles.start();
    }

    /** A home of its own, whose route files a test may break. */
    private static Path home(Path directory) throws IOException {
        Path house = Path.of("..").toAbsolutePath().normalize();
        Files.createDirectories(directory.resolve("settings"));
        for (String part : List.of("routes", "config")) {
            try (var files = Files.walk(house.resolve(part))) {
                for (Path file : files.toList()) {
                    Path to = directory.resolve(house.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(to);
                    } else {
                        Files.copy(file, to);
                    }
                }
            }
        }
        return directory.resolve("routes");
    }

    private Map<String, String> environment(Map<String, String> changed) {
        Map<String, String> settings = new LinkedHashMap<>(engage.settings());
        cloud.properties().forEach((name, value) -> {
            if (KnownSettings.find(name) != null) {
                settings.put(name, value);
            }
        });
        settings.put("ex.redis.url", "redis://127.0.0.1:" + redisPort);
        settings.put("ex.instance-id", "console-test");
        settings.put("ex.http.token", TOKEN);
        settings.put("ex.http.read-token", READ_TOKEN);
        settings.put("ex.config-sync.interval", "2s");
        settings.put("ex.management.port", Integer.toString(FreePort.find()));
        for (Role role : Role.values()) {
            ports.put(role, FreePort.find());
            settings.put("ex." + role.id() + ".http.port", Integer.toString(ports.get(role)));
        }
        changed.forEach((name, value) -> settings.put(name, value.replace("REDIS_PORT", Integer.toString(redisPort))));
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
        return environment;
    }

    String url(Role role) {
        return "http://127.0.0.1:" + ports.get(role);
    }

    public int redisPort() {
        return redisPort;
    }

    String redisUrl() {
        return "redis://127.0.0.1:" + redisPort;
    }

    /** As Redis when its machine is switched off. */
    public void stopRedis() throws IOException {
        redis.stop();
    }

    /** Again, and empty. */
    public void startRedis() throws IOException {
        redis.start();
    }

    public boolean ready() {
        return ports.keySet().stream()
                .allMatch(role -> get(role, "/observe/health/ready", null).statusCode() == 200);
    }

    /** What a command prints, exit code first. */
    public String command(String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code =
                new Commands(home, out, out, target -> {}).run(List.of(words)).number();
        return code + " " + printed.toString(StandardCharsets.UTF_8);
    }

    public HttpResponse<String> get(Role role, String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(role) + path)).timeout(Duration.ofSeconds(10));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        roles.close();
        cloud.close();
        engage.close();
        redis.stop();
    }
}
