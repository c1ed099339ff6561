package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The role as an operator runs it: its route files, a real Config DB, a real Redis, a token, its port. */
class ConfigSyncRoleIT {

    private static final Site SITE = SiteGenerator.generate(new SiteOptions(20, 2, 11));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LocalRedis redis;
    private static GenesysCloudSimulator cloud;
    private static ConfigDatabase database;
    private static RoleGroup roles;
    private static String api;
    private static JsonNode whenReady;
    private static String redisUrl;

    @BeforeAll
    static void start() throws Exception {
        redis = LocalRedis.start("100mb");
        cloud = GenesysCloudSimulator.builder().requestsPerMinute(100_000).start();
        database = ConfigDatabase.start(
                SITE, Map.of("agent_state_sync", Map.of("client_id", "an-id", "client_secret", "a-secret")), 0);
        int port = FreePort.find();
        api = "http://127.0.0.1:" + port + "/api/v1";
        Map<String, String> environment = new HashMap<>();
        environment.put("EX_ORG_ID", cloud.organisationId());
        environment.put("EX_TENANT_ID", String.valueOf(SITE.tenantDbid()));
        environment.put("EX_CONFIG_DB_URL", database.url());
        environment.put("EX_CONFIG_DB_USERNAME", database.username());
        environment.put("EX_CONFIG_DB_PASSWORD", database.password());
        redisUrl = redis.url();
        environment.put("EX_REDIS_URL", redisUrl);
        environment.put("EX_GENESYS_CLOUD_API_URL", cloud.url());
        environment.put("EX_GENESYS_CLOUD_LOGIN_URL", cloud.url());
        environment.put(
                "EX_GENESYS_CLOUD_CLIENT_ID", cloud.client("config-sync").id());
        environment.put(
                "EX_GENESYS_CLOUD_CLIENT_SECRET", cloud.client("config-sync").secret());
        environment.put("EX_DELIVERY_REQUESTS_PER_MINUTE", "auto");
        environment.put("EX_CONFIG_SYNC_HTTP_PORT", String.valueOf(port));
        System.setProperty("engage.home", "..");
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        roles = new RoleGroup(home, List.of(home.settings().read(Role.CONFIG_SYNC)));
        roles.start();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions() // the port answers before the role's own routes do
                .until(ConfigSyncRoleIT::ready);
        whenReady = get("/sync");
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty("engage.home");
        roles.close();
        cloud.close();
        database.close();
        redis.close();
    }

    @Test
    void agentsQueuesCodesAndPresencesAreFoundByAllTheirNames() throws Exception {
        JsonNode agents = get("/agents").path("agents");
        assertThat(agents).hasSize(20);
        JsonNode agent = agents.get(0);
        String login = agent.path("logins").get(0).path("code").asText() + "@"
                + agent.path("logins").get(0).path("switch").asText();
        for (String id : List.of(
                agent.path("dbid").asText(),
                "employeeId:" + agent.path("employeeId").asText(),
                "login:" + login)) {
            JsonNode user = get("/mappings/user/" + id);
            assertThat(user.path("genesysCloudId").asText())
                    .isEqualTo(agent.path("userId").asText());
            assertThat(user.path("engageId").asText())
                    .isEqualTo(agent.path("dbid").asText());
            assertThat(user.path("state").asText()).isEqualTo("active");
        }
        assertThat(get("/mappings/presence/On%20Queue").path("genesysCloudId").asText())
                .isNotEmpty();
        assertThat(get("/mappings/source/" + SITE.tenantName()).path("name").asText())
                .isEqualTo("Engage " + SITE.tenantName());
        SITE.queues().stream()
                .filter(queue -> queue.mapped())
                .forEach(queue -> assertThat(get("/mappings/queue/vq:" + queue.number() + "@" + queue.switchName())
                                .path("engageId")
                                .asInt())
                        .isEqualTo(queue.dbid()));
        SITE.dispositions()
                .forEach((name, display) -> assertThat(get("/mappings/wrapup-code/" + encoded(name))
                                .path("name")
                                .asText())
                        .isEqualTo(display == null ? name : display));
    }

    @Test
    void aRoleThatSaysReadyHasAnIdMapToServe() {
        assertThat(whenReady.path("lastSuccessAt").isTextual()).isTrue();
    }

    @Test
    void whatIsUnknownIsSaidSo() throws Exception {
        HttpResponse<String> answer = send("GET", "/mappings/user/1", null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("mapping.not.found");
        assertThat(send("GET", "/mappings/planet/1", null).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/mappings/user?limit=0", null).statusCode()).isEqualTo(400);
        for (String body :
                List.of("[]", "{\"engageIds\":[null]}", "{\"engageIds\":" + numbers(1001) + "}", "nonsense")) {
            assertThat(send("POST", "/mappings/user/lookup", body).statusCode()).isEqualTo(400);
        }
        assertThat(send("POST", "/mappings/user/lookup", "{\"engageIds\":" + numbers(1000) + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void manyIdsAreLookedUpAtOnceAndTypesAreReadInPages() throws Exception {
        JsonNode found = JSON.readTree(send(
                        "POST",
                        "/mappings/skill/lookup",
                        "{\"engageIds\":[\"nothing\",\""
                                + SITE.skills().iterator().next() + "\"]}")
                .body());
        assertThat(found.path("found")).hasSize(1);
        assertThat(found.path("missing").get(0).asText()).isEqualTo("nothing");
        JsonNode first = get("/mappings/user?limit=15");
        assertThat(first.path("entities")).hasSize(15);
        JsonNode rest =
                get("/mappings/user?limit=15&after=" + first.path("next").asText());
        assertThat(rest.path("entities")).hasSize(5);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void aRunCanBeAskedForAndAnUnknownPlanIsNotConfirmed() throws Exception {
        assertThat(send("POST", "/sync", "").statusCode()).isEqualTo(202);
        assertThat(send("POST", "/sync?confirm=0123456789abcdef", "").statusCode())
                .isEqualTo(409);
        assertThat(get("/sync").path("synced").path("users").asInt()).isEqualTo(20);
    }

    @Test
    void whatIsLostOfTheIdMapIsWrittenAgainByTheNextRun() throws Exception {
        try (RedisClient client = RedisClient.create(redisUrl);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            List<String> keys = commands.keys("*").stream()
                    .filter(key -> key.contains(":dir:"))
                    .sorted()
                    .toList();
            assertThat(keys).hasSizeGreaterThan(10);
            for (String key : keys) {
                commands.del(key);
                rewritten(commands, "DEL " + key);
            }
            String lines = keys.stream()
                    .filter(key -> key.endsWith("map:user"))
                    .findFirst()
                    .orElseThrow();
            commands.hset(lines, commands.hkeys(lines).get(0), "no line of ours");
            assertThat(send("GET", "/mappings/user?limit=50", null).statusCode())
                    .isNotEqualTo(200);
            rewritten(commands, "a damaged line");
            commands.keys("*").stream().filter(key -> key.contains(":dir:")).forEach(commands::del);
            rewritten(commands, "DEL of everything");
        }
    }

    @Test
    void aWholeRunMendsWhatLooksRightAndIsWrong() throws Exception {
        try (RedisClient client = RedisClient.create(redisUrl);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            String lines = commands.keys("*:dir:map:user").get(0);
            String counts = commands.keys("*:dir:counts").get(0);
            String id = commands.hkeys(lines).get(0);
            String line = commands.hget(lines, id);
            String right = get("/mappings/user/" + id).path("genesysCloudId").asText();
            commands.hset(lines, id, line.replace(right, "00000000-0000-0000-0000-000000000000"));
            commands.hset(lines, "nobody", line);
            commands.zadd(lines.replace(":map:", ":order:"), 1, "nobody");
            commands.hset(counts, lines, String.valueOf(commands.hlen(lines)));
            commands.incr(commands.keys("*:dir:version").get(0));
            assertThat(get("/mappings/user/" + id).path("genesysCloudId").asText())
                    .isNotEqualTo(right);

            assertThat(send("POST", "/sync?full=perhaps", "").statusCode()).isEqualTo(400);
            assertThat(send("POST", "/sync?full=true", "").statusCode()).isEqualTo(202);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(get("/mappings/user/" + id).path("genesysCloudId").asText())
                        .isEqualTo(right);
                assertThat(send("GET", "/mappings/user/nobody", null).statusCode())
                        .isEqualTo(404);
            });
        }
    }

    @Test
    void whatIsLostOfTheIdMapIsWrittenAgainAtOnceAndNotWithTheNextInterval() throws Exception {
        try (RedisClient client = RedisClient.create(redisUrl);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
            // the interval is a minute
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(get("/mappings/user?limit=50").path("entities")).hasSize(20);
                assertThat(get("/mappings/presence?limit=50").path("entities")).isNotEmpty();
                assertThat(ready()).isTrue();
            });
        }
    }

    private static void rewritten(RedisCommands<String, String> commands, String after) throws Exception {
        assertThat(send("POST", "/sync", "").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode users =
                    JSON.readTree(send("GET", "/mappings/user?limit=50", null).body());
            assertThat(users.path("entities")).as(after).hasSize(20);
            JsonNode one =
                    get("/mappings/user/employeeId:" + SITE.agents().get(0).employeeId());
            assertThat(one.path("genesysCloudId").asText()).as(after).isNotEmpty();
            assertThat(get("/agents")).as(after).isNotEmpty();
            assertThat(get("/mappings/presence/On%20Queue")
                            .path("genesysCloudId")
                            .asText())
                    .as(after)
                    .isNotEmpty();
        });
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static boolean ready() throws IOException, InterruptedException {
        URI health = URI.create(api).resolve("/observe/health/ready");
        return HTTP.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private static JsonNode get(String path) {
        try {
            return JSON.readTree(send("GET", path, null).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
