package org.engageconnector.app.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The role starts with an empty record and with a full one: only differences are sent, statistics are opened no faster than
 * the setting says, the quota holds. A short run; {@code -Dlong=true} makes it 10,000 agents at the default rate.
 */
class AgentStateStartIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int AGENTS = LONG ? 10_000 : 150;
    private static final int OPEN_RATE = 200;
    private static final Duration LIMIT = Duration.ofMinutes(LONG ? 8 : 3);
    private static final int QUOTA = 300;
    private static final String EVENT_INFOS =
            "ex_engage_events_received_total{family=\"statistics\",message=\"EventInfo\",server=\"engage\"}";

    @Test
    void a_cold_start_sends_every_agent_once_and_a_warm_one_sends_nothing() throws Exception {
        Map<String, String> settings = Map.of("ex.agent-state-sync.open-rate", OPEN_RATE + "/s");
        try (AgentSite site = new AgentSite(AGENTS, QUOTA)) {
            try (Instance cold = Instance.start(site, "cold", settings)) {
                long started = System.nanoTime();
                double fastest = opens(site);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> isShown(site.shown().values()));
                say("cold", started, site.requests(), site.cloud.summary().accepted(), fastest);
                assertThat(site.cloud.summary().accepted()).isEqualTo(2L * AGENTS);
            }
            long events = site.cloud.summary().accepted();
            long requests = site.requests();
            try (Instance warm = Instance.start(site, "warm", settings)) {
                long started = System.nanoTime();
                double fastest = opens(site);
                await().atMost(LIMIT).until(() -> warm.metric(EVENT_INFOS) >= 2 * AGENTS);
                say(
                        "warm",
                        started,
                        site.requests() - requests,
                        site.cloud.summary().accepted() - events,
                        fastest);
                assertThat(site.cloud.summary().accepted() - events)
                        .as("events of a warm start")
                        .isZero();
                assertThat(site.requests() - requests)
                        .as("requests of a warm start")
                        .isZero();
            }
            assertThat(site.cloud.summary().answered429()).isZero();
        }
    }

    /** Waits until every statistic is open; gives the most that were opened in any second. */
    private static double opens(AgentSite site) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        int before = 0;
        double fastest = 0;
        int open = 0;
        while (open < 2 * AGENTS && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
            open = site.statServers.primary().openStatistics();
            fastest = Math.max(fastest, open - before);
            before = open;
        }
        assertThat(open).isEqualTo(2 * AGENTS);
        // a second of the sampling is not quite one of the pace
        assertThat(fastest).isLessThanOrEqualTo(OPEN_RATE * 1.2);
        return fastest;
    }

    private static boolean isShown(Collection<String> agents) {
        return agents.stream().allMatch("offline OffQueue"::equals);
    }

    private static void say(String start, long started, long requests, long events, double fastest) {
        System.out.printf(
                "%s start of %,d agents: %d s, %d requests, %d events accepted, %.0f statistics/s at most%n",
                start, AGENTS, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started), requests, events, fastest);
    }
}
