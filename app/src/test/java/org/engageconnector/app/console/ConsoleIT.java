package org.engageconnector.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.engageconnector.app.settings.Role;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The console in a real Chromium, before a whole site with calls under way. Pictures go to target/console. */
class ConsoleIT extends ConsolePages {

    @Test
    @Order(1)
    void the_token_is_asked_for_once_and_a_wrong_one_is_told() {
        browser.evaluate("sessionStorage.clear()");
        browser.open(site.url(Role.CONVERSATION_PROVIDER) + "/");
        browser.until("document.querySelector('#token')");
        assertThat(browser.evaluate("location.pathname").asText()).isEqualTo("/console/");
        browser.type("#token", "not-the-token");
        browser.press("Enter", 13);
        browser.untilText("That token is not accepted.");
        browser.type("#token", ConsoleSite.TOKEN);
        browser.press("Enter", 13);
        browser.untilText("Roles and instances");

        browser.send("Page.reload", Map.of());
        browser.untilText("Roles and instances");
        assertThat(browser.evaluate("localStorage.length + document.cookie.length")
                        .asInt())
                .isZero();

        browser.click("#leave");
        browser.until("document.querySelector('#token')");
    }

    @Test
    @Order(2)
    void every_page_shows_itself_without_an_error_and_is_small_and_all_our_own() throws IOException {
        browser.send("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        browser.send("Page.reload", Map.of());
        browser.untilText("Roles and instances");
        for (String name : PAGES) {
            page(name);
            browser.until(
                    "document.querySelector('main h2') && document.querySelector('nav a[aria-current]').hash === '#/"
                            + name + "'");
            browser.until("document.querySelector('main').innerText.length > 30");
            browser.picture(PICTURES.resolve(name + ".png"));
        }
        assertThat(browser.errors()).isEmpty();
        JsonNode loaded = browser.evaluate(
                "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                        + ".map(one => ({name: one.name, size: one.decodedBodySize}))");
        long files = 0;
        for (JsonNode one : loaded) {
            assertThat(one.path("name").asText()).startsWith(site.url(Role.CONFIG_SYNC));
            files += one.path("name").asText().contains("/console/")
                    ? one.path("size").asLong()
                    : 0;
        }
        assertThat(files).as("bytes of all files of the console").isBetween(40_000L, 300_000L);
        System.out.println("console: " + files + " bytes, first paint after "
                + browser.evaluate("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)")
                + " ms");
    }

    @Test
    @Order(3)
    void nobody_is_kept_out_by_serious_findings_in_light_and_dark_and_on_a_phone() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark);
            for (String name : PAGES) {
                page(name);
                browser.until("document.querySelector('nav a[aria-current]').hash === '#/" + name + "'");
                browser.until("document.querySelector('main').innerText.length > 30");
                assertThat(Axe.findings(browser))
                        .as(name + (dark ? ", dark" : ""))
                        .isEmpty();
            }
        }
        page("agents");
        browser.untilText("40 agents");
        browser.picture(PICTURES.resolve("dark.png"));
        browser.dark(false);
        browser.size(390, 800, 2);
        try {
            for (String name : PAGES) {
                page(name);
                browser.until("document.querySelector('nav a[aria-current]').hash === '#/" + name + "'");
                browser.until("document.querySelector('main').innerText.length > 30");
                assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("width of " + name + " on a phone")
                        .isLessThanOrEqualTo(390);
                assertThat(Axe.findings(browser)).as(name + ", phone").isEmpty();
                browser.picture(PICTURES.resolve("phone-" + name + ".png"));
            }
        } finally {
            browser.size(1280, 800, 1);
        }
    }

    @Test
    @Order(4)
    void a_call_is_found_by_the_last_digits_of_a_number_and_shows_what_was_told_and_answered() throws IOException {
        JsonNode[] call = new JsonNode[1];
        await().atMost(SOON).until(() -> {
            for (JsonNode one : get("/api/v1/tenant/calls").path("calls")) {
                if (one.hasNonNull("endedAt") && one.path("numbers").size() == 2) {
                    call[0] = one;
                }
            }
            return call[0] != null;
        });
        String digits = call[0].path("numbers").get(0).asText().substring(3);
        String uuid = call[0].path("callUuid").asText();
        page("calls");
        browser.until("document.querySelectorAll('.long li').length > 1");
        browser.type("#find-call", digits);
        browser.until("document.querySelector('.long li a[href$=" + Chromium.quoted(uuid) + "]')");
        assertThat(browser.evaluate("[...document.querySelectorAll('.long li')].every(row => row.innerText.includes("
                                + Chromium.quoted(digits) + "))")
                        .asBoolean())
                .isTrue();
        browser.click(".long li a[href$=" + Chromium.quoted(uuid) + "]");
        browser.untilText("What was told, and the answer");
        browser.untilText("externalEstablished");
        browser.untilText("accepted");
        browser.untilText("CREATED");
        assertThat(Axe.findings(browser)).isEmpty();
        browser.picture(PICTURES.resolve("call.png"));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    @Order(5)
    void an_agent_is_found_and_shows_what_engage_said_what_was_told_and_what_was_accepted() throws IOException {
        page("agents");
        browser.untilText("40 agents");
        browser.type("#find-agent", "agent0007");
        browser.untilText("1 of 40 agents");
        browser.click(".long li a");
        browser.untilText("What Engage said and what was told");
        browser.untilText("accepted");
        assertThat(browser.text()).contains("WaitForNextCall", "OnQueue", "Idle");
        assertThat(Axe.findings(browser)).isEmpty();
        browser.picture(PICTURES.resolve("agent.png"));

        page("agents");
        browser.untilText("40 agents");
        String queue = browser.evaluate("document.querySelector('#queue').options[1].value")
                .asText();
        browser.evaluate("(q => { q.value = " + Chromium.quoted(queue)
                + "; q.dispatchEvent(new Event('input')); })(document.querySelector('#queue'))");
        long members = 0;
        for (JsonNode agent : get("/api/v1/tenant/agents").path("agents")) {
            members += agent.path("queues").toString().contains('"' + queue + '"') ? 1 : 0;
        }
        browser.untilText(members + " of 40 agents");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    @Order(6)
    void a_dead_letter_is_shown_masked_and_replayed_and_another_is_dropped() throws IOException {
        site.cloud.addFault(Fault.events(
                Fault.Kind.POISON_EVENTS,
                "/api/v2/events/conversations",
                new Fault.EventChoice("externalEstablishedEvents", "", 1),
                2));
        // of two legs: with an Established event those that follow its leg are brought back
        await().atMost(SOON)
                .until(() -> get("/api/v1/dead-letters").path("entities").findValuesAsText("kind").stream()
                                .filter("externalEstablishedEvents"::equals)
                                .count()
                        >= 2);
        site.cloud.clearFaults();
        page("dead-letters");
        browser.untilText("wait for a person");
        String first = browser.evaluate("document.querySelector('[data-key^=\"show \"]').dataset.key.slice(5)")
                .asText();
        browser.click("[data-key='show " + first + "']");
        browser.untilText("Dead letter " + first);
        browser.untilText("\"ani\" : \"***\"");
        assertThat(Axe.findings(browser)).isEmpty();
        browser.picture(PICTURES.resolve("dead-letters.png"));

        browser.click("[data-key='replay " + first + "']");
        browser.untilText("back to the journal");
        await().atMost(SOON).until(() -> isGone(first));
        page("overview");
        browser.untilText("wait in the dead letters");
        page("dead-letters");
        browser.until("document.querySelector('[data-key^=\"drop \"]')");
        String second = browser.evaluate("document.querySelector('[data-key^=\"drop \"]').dataset.key.slice(5)")
                .asText();
        browser.click("[data-key='drop " + second + "']");
        browser.untilText("The event is given up.");
        assertThat(isGone(second)).isTrue();
        browser.click("[data-key='replay-all']");
        browser.untilText("No event waits here.");
    }

    private static boolean isGone(String letter) throws IOException {
        return get("/api/v1/dead-letters/" + letter).path("code").asText().equals("not.found");
    }
}
