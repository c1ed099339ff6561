package org.engageconnector.app.agentstate;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.statserver.StatAgent;
import org.engageconnector.simulators.engage.statserver.StatServerPair;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.world.LocalRedis;

/**
 * A site without config-sync: a Stat Server pair, a Redis with agent list and ID map as config-sync writes them, and a Genesys
 * Cloud with a user per agent. Agents are {@code A1} to {@code An}, all logged out.
 */
final class AgentSite implements AutoCloseable {

    static final String TENANT = "101";

    private static final String TENANT_NAME = "Site";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "admin";

    final StatServerPair statServers;
    final GenesysCloudSimulator cloud;
    final RedisDirectory directory;
    final List<Agent> agents = new ArrayList<>();

    private final ListenerHost host = new ListenerHost("agent-site");
    private final OAuthClient admin = OAuthClient.of("admin", "admin-of-the-test", ADMIN);
    private final LocalRedis redis;
    private final RedisConnection connection;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> employeeOfUser = new LinkedHashMap<>();
    private final Map<String, String> presenceOfDefinition = new LinkedHashMap<>();
    private String token;

    /** @param requestsPerMinute the quota of each token once the users are there */
    AgentSite(int number, int requestsPerMinute) throws IOException {
        redis = LocalRedis.start();
        cloud = GenesysCloudSimulator.builder()
                .client(ADMIN, admin)
                .requestsPerMinute(1_000_000)
                .start();
        connection = new RedisConnection(RedisSettings.of(redis.url(), TENANT, "test"));
        directory = new RedisDirectory(connection, null);
        List<StatAgent> atStatServer = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            atStatServer.add(new StatAgent("A" + i, "" + (1000 + i), "P" + i, "" + (5000 + i), "SIP_A"));
        }
        statServers = new StatServerPair(host, TENANT_NAME, atStatServer, 0, 0);
        host.start();
        organisation(number);
        cloud.requestsPerMinute(requestsPerMinute);
    }

    private void organisation(int number) throws IOException {
        await().atMost(Duration.ofSeconds(30)).until(this::connected);
        String source = ask("POST", "/api/v2/presence/sources", "{\"name\":\"Engage\",\"type\":\"System\"}")
                .path("id")
                .asText();
        map(MappingType.SOURCE, TENANT_NAME, source);
        for (JsonNode definition :
                ask("GET", "/api/v2/presence/definitions", null).path("entities")) {
            String presence = definition.path("systemPresence").asText();
            map(MappingType.PRESENCE, presence, definition.path("id").asText());
            presenceOfDefinition.put(definition.path("id").asText(), plain(presence));
        }
        String home = ask("GET", "/api/v2/authorization/divisions/home", null)
                .path("id")
                .asText();
        for (int i = 1; i <= number; i++) {
            String user = ask(
                            "POST",
                            "/api/v2/users",
                            "{\"name\":\"Agent %d\",\"email\":\"agent%d@example.com\",\"divisionId\":\"%s\"}"
                                    .formatted(i, i, home))
                    .path("id")
                    .asText();
            employeeOfUser.put(user, "A" + i);
            agents.add(new Agent(i, "A" + i, "agent" + i, List.of(new Agent.Login("" + (1000 + i), "SIP_A")), 0, user));
        }
        directory.putTenantName(TENANT_NAME);
        directory.putActionCodes(Map.of("17", "LUNCH"));
        directory.putAgents(agents);
        directory.markReady();
    }

    private boolean connected() {
        try {
            directory.damage();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    void map(MappingType type, String engageId, String genesysCloudId) {
        directory.put(
                new Mapping(type, engageId, genesysCloudId, engageId, "active", System.currentTimeMillis()), List.of());
    }

    /** The agent list, with an agent added or replaced. */
    void putAgent(Agent agent) {
        agents.removeIf(other -> other.employeeId().equals(agent.employeeId()));
        agents.add(agent);
        directory.putAgents(agents);
    }

    /** What each agent is shown as: presence and routing status last accepted, by employee id. */
    Map<String, String> shown() {
        Map<String, String> presences = new LinkedHashMap<>();
        Map<String, String> statuses = new LinkedHashMap<>();
        cloud.accepted().forEach(event -> {
            String agent = employeeOfUser.get(event.key());
            if (event.list().equals("userPresenceEvents")) {
                presences.put(
                        agent,
                        presenceOfDefinition.get(
                                event.event().path("presenceDefinitionId").asText()));
            } else {
                statuses.put(agent, event.event().path("status").asText());
            }
        });
        Map<String, String> shown = new LinkedHashMap<>();
        employeeOfUser.values().forEach(agent -> shown.put(agent, presences.get(agent) + " " + statuses.get(agent)));
        return shown;
    }

    /** Requests with agent state events that were sent so far. */
    long requests() {
        return cloud.requests().stream()
                .filter(request -> request.path().startsWith("/api/v2/events/users"))
                .count();
    }

    /** The environment in which an instance of the role finds all this. */
    Map<String, String> environment(String instance, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ex.tenant-id", TENANT);
        settings.put("ex.instance-id", instance);
        settings.put("ex.redis.url", redis.url());
        settings.put("ex.stat-server.primary", statServers.first().listener().address());
        settings.put("ex.stat-server.backup", statServers.second().listener().address());
        settings.put("ex.agent-state-sync.http.port", Integer.toString(FreePort.find()));
        settings.put("ex.management.port", Integer.toString(FreePort.find()));
        cloud.properties().forEach((name, value) -> {
            if (KnownSettings.find(name) != null) {
                settings.put(name, value);
            }
        });
        settings.putAll(more);
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
        return environment;
    }

    private JsonNode ask(String method, String path, String body) throws IOException {
        if (token == null) {
            String pair = admin.id() + ":" + admin.secret();
            token = send(HttpRequest.newBuilder(URI.create(cloud.url() + "/oauth/token"))
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                    .path("access_token")
                    .asText();
        }
        return send(HttpRequest.newBuilder(URI.create(cloud.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String plain(String presence) {
        return presence.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        connection.close();
        cloud.close();
        host.close();
        redis.close();
    }
}
