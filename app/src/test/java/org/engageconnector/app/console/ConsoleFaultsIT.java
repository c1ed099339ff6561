package org.engageconnector.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The console when something is wrong, is too much, or must be confirmed; in a real Chromium. The last test switches Redis off. */
class ConsoleFaultsIT extends ConsolePages {

    private static final String AWAY = "agent-state-sync far-away";

    @Test
    @Order(7)
    void a_broken_route_is_shown_with_file_and_line_until_it_is_mended() throws IOException {
        Path file = site.routes.resolve("metrics.camel.yaml");
        String text = Files.readString(file);
        page("routes");
        browser.untilText("All route files are in use as they are.");
        Files.writeString(file, text + "- route:\n    id: broken\n    from:\n      uri: timer:x\n      stepz: []\n");
        browser.untilText("metrics.camel.yaml, line");
        assertThat(Axe.findings(browser)).isEmpty();
        browser.picture(PICTURES.resolve("routes.png"));
        page("overview");
        browser.untilText("metrics.camel.yaml, line");
        Files.writeString(file, text);
        page("routes");
        browser.untilText("All route files are in use as they are.");
    }

    @Test
    @Order(8)
    void the_reading_token_sees_everything_and_is_refused_what_changes_something() {
        enter(ConsoleSite.READ_TOKEN);
        browser.untilText("read only");
        page("sync");
        browser.untilText("Last run");
        assertThat(browser.evaluate("[...document.querySelectorAll('main button')].length")
                        .asInt())
                .isZero();
        for (String[] request : new String[][] {
            {"POST", "/api/v1/tenant/sync"},
            {"POST", "/api/v1/dead-letters/replay"},
            {"DELETE", "/api/v1/dead-letters/1-1"}
        }) {
            assertThat(browser.evaluate(
                                    "fetch('%s', {method: '%s', headers: {Authorization: 'Bearer %s'}}).then(a => a.status)"
                                            .formatted(request[1], request[0], ConsoleSite.READ_TOKEN))
                            .asInt())
                    .as(request[1])
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(9)
    void markup_in_a_name_stays_text_a_role_that_is_away_and_a_clock_that_is_wrong_are_told() throws Exception {
        String name = "<img src=x onerror=window.hacked=1>";
        try (RedisConnection redis = new RedisConnection(RedisSettings.of(site.redisUrl(), "101", "test"))) {
            SharedRows.put(redis, "agents", Map.of(name, SharedRows.agent(name, redis.time())));
            byte[] report = ("{\"ready\":true,\"reportedAt\":" + (redis.time() - 3_600_000) + "}")
                    .getBytes(StandardCharsets.UTF_8);
            redis.call(commands -> commands.hset(redis.keys().instances(), AWAY, report));
            byte[] late = ("{\"ready\":true,\"clockAheadMillis\":3600000,\"reportedAt\":" + (redis.time() + 3_600_000)
                            + "}")
                    .getBytes(StandardCharsets.UTF_8);
            redis.call(commands -> commands.hset(redis.keys().instances(), "conversation-provider ahead", late));
            page("agents");
            browser.type("#find-agent", "<img");
            browser.until("document.querySelector('.long li a span').textContent === " + Chromium.quoted(name));
            browser.click(".long li a");
            browser.until("document.querySelector('main h2').textContent === " + Chromium.quoted("Agent " + name));
            page("overview");
            browser.untilText("agent-state-sync on far-away has been silent for 36");
            browser.untilText("the clock of conversation-provider on ahead is 3600 s ahead");
            browser.picture(PICTURES.resolve("overview-problems.png"));
            assertThat(browser.evaluate("window.hacked === undefined").asBoolean())
                    .isTrue();
            redis.call(commands -> commands.hdel(redis.keys().instances(), AWAY, "conversation-provider ahead"));
            redis.call(commands -> commands.hdel(redis.keys().watch("agents"), name));
        }
    }

    @Test
    @Order(10)
    void ten_thousand_agents_and_five_thousand_calls_are_scrolled_with_a_screenful_of_rows() throws Exception {
        try (RedisConnection redis = new RedisConnection(RedisSettings.of(site.redisUrl(), "101", "test"))) {
            Map<String, byte[]> agents = new HashMap<>();
            Map<String, byte[]> calls = new HashMap<>();
            for (int i = 0; i < 10_000; i++) {
                agents.put("many%05d".formatted(i), SharedRows.agent("many%05d".formatted(i), redis.time()));
                if (i < 5_000) {
                    calls.put("MANY%05d".formatted(i), SharedRows.call("MANY%05d".formatted(i), redis.time()));
                }
            }
            SharedRows.put(redis, "agents", agents);
            SharedRows.put(redis, "calls", calls);
        }
        for (String name : List.of("agents", "calls")) {
            page(name);
            browser.until("document.querySelector('.long') && document.querySelector('.long').offsetHeight > 34 * "
                    + (name.equals("agents") ? 10_000 : 5_000));
            JsonNode gaps = browser.evaluate(SharedRows.SCROLL);
            System.out.println("console: " + name + ", longest frames while scrolling, ms: " + gaps.path("longest")
                    + ", frames " + gaps.path("frames"));
            assertThat(gaps.path("rows").asInt()).isBetween(10, 60);
            browser.evaluate("document.querySelector('.long-scroll').scrollTop = 1e9");
            browser.until("document.querySelector('.long li:last-child') && [...document.querySelectorAll('.long li')]"
                    + ".some(row => row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize'))");
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    @Order(11)
    void a_safety_stop_is_confirmed_by_typing_its_plan() throws Exception {
        try (Connection database = site.engage.configDb().connect();
                Statement statement = database.createStatement()) {
            statement.execute("UPDATE cfg_person SET state = 2 WHERE is_agent = 2 AND dbid % 2 = 0");
        }
        page("sync");
        browser.until("document.querySelector('.stop')");
        browser.untilText("deactivate");
        browser.picture(PICTURES.resolve("sync.png"));
        assertThat(Axe.findings(browser)).isEmpty();
        assertThat(browser.evaluate("document.querySelector('[data-key=confirm]').disabled")
                        .asBoolean())
                .isTrue();
        browser.type("#plan", "something else");
        assertThat(browser.evaluate("document.querySelector('[data-key=confirm]').disabled")
                        .asBoolean())
                .isTrue();
        String plan = get("/api/v1/tenant/sync").path("planId").asText();
        browser.type("#plan", plan);
        browser.click("[data-key=confirm]:not(:disabled)");
        browser.untilText("Confirmed.");
        await().atMost(SOON)
                .until(() -> get("/api/v1/tenant/sync").path("planId").isNull());
        browser.until("!document.querySelector('.stop')");
    }

    @Test
    @Order(12)
    void without_redis_the_page_says_so_and_keeps_what_it_showed() throws Exception {
        page("agents");
        browser.until("document.querySelectorAll('.long li').length > 5");
        site.stopRedis();
        browser.untilText("Redis at 127.0.0.1");
        assertThat(browser.evaluate("document.querySelectorAll('.long li').length")
                        .asInt())
                .isGreaterThan(5);
        page("overview");
        browser.untilText("Redis is away");
        browser.untilText("config-sync");
    }
}
