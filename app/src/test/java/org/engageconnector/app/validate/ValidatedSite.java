package org.engageconnector.app.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulatorBuilder;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import redis.embedded.RedisServer;

/** An installation with everything it depends on; its Config DB asks for a password, as a customer's does. */
final class ValidatedSite implements AutoCloseable {

    private static final String USER = "reader";

    private static final String PASSWORD = "password-of-the-reader";

    private final EngageSite engage = EngageSite.start(EngageSiteOptions.of(2, 3));

    private final GenesysCloudSimulator cloud =
            GenesysCloudSimulator.builder().requestsPerMinute(30_000).start();

    private final RedisServer redis;

    private final int redisPort;

    private final Path home;

    /** What a command printed, and how it ended. */
    record Printed(ExitCode exitCode, String text) {}

    ValidatedSite(Path folder) throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        copy("routes");
        copy("config");
        Files.writeString(home.resolve("config/application.properties"), "");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            redisPort = socket.getLocalPort();
        }
        redis = RedisServer.builder()
                .port(redisPort)
                .setting("bind 127.0.0.1")
                .setting("dir " + folder)
                .setting("appendonly yes")
                .setting("maxmemory 256mb")
                .build();
        redis.start();
        askForPasswords();
    }

    /** The test's PostgreSQL trusts everybody of this machine; this one does not. */
    private void askForPasswords() throws SQLException, IOException {
        sql("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
        sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + USER);
        try (Connection connection = engage.configDb().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW hba_file")) {
            row.next();
            Path file = Path.of(row.getString(1));
            Files.writeString(file, "host all " + USER + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(file));
        }
        sql("SELECT pg_reload_conf()");
    }

    private void copy(String part) throws IOException {
        Path from = Path.of("..").toAbsolutePath().normalize();
        try (var files = Files.walk(from.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    Path home() {
        return home;
    }

    GenesysCloudSimulator cloud() {
        return cloud;
    }

    /** The same organisation and clients, with a clock that is ahead. */
    GenesysCloudSimulator cloudWithClock(long aheadMillis) {
        GenesysCloudSimulatorBuilder builder = GenesysCloudSimulator.builder()
                .requestsPerMinute(30_000)
                .organisation(cloud.organisationId(), "ahead")
                .clock(() -> System.currentTimeMillis() + aheadMillis);
        for (String role : List.of("config-sync", "agent-state-sync", "conversation-provider")) {
            OAuthClient client = cloud.client(role);
            builder.client(role, client);
        }
        return builder.start();
    }

    String redisUrl(String user, String password) {
        return "redis://" + user + ":" + password + "@127.0.0.1:" + redisPort;
    }

    int redisPort() {
        return redisPort;
    }

    /** What the simulated Engage site says of itself, such as {@code ex.stat-server.primary}. */
    String engage(String setting) {
        return engage.settings().get(setting);
    }

    void sql(String text) throws SQLException {
        try (Connection connection = engage.configDb().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    void redis(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redisPort)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[100];
            String said = new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.US_ASCII);
            if (!said.startsWith("+OK")) {
                throw new IOException(said);
            }
        }
    }

    /** Runs the command with some variables of the environment changed; {@code null} takes one away. */
    Printed validate(Map<String, String> changed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ExitCode code =
                new Commands(new Home(home, environment(changed)), out, out, target -> {}).run(List.of("validate"));
        return new Printed(code, bytes.toString(StandardCharsets.UTF_8));
    }

    private Map<String, String> environment(Map<String, String> changed) {
        Map<String, String> settings = new LinkedHashMap<>(engage.settings());
        settings.putAll(cloud.properties());
        settings.put("ex.redis.url", "redis://127.0.0.1:" + redisPort);
        settings.put("ex.config-db.username", USER);
        settings.put("ex.config-db.password", PASSWORD);
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
        changed.forEach((name, value) -> {
            if (value == null) {
                environment.remove(name);
            } else {
                environment.put(name, value);
            }
        });
        return environment;
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        engage.close();
        redis.stop();
    }
}
