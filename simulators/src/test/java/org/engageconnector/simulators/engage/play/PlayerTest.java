package org.engageconnector.simulators.engage.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.engageconnector.message.Message;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.junit.jupiter.api.Test;

/** A run depends on its seed and nothing else. Runs begin in the past, so that they take no time. */
class PlayerTest {

    private static final long START = System.currentTimeMillis() - 600_000;

    @Test
    void theSameSeedPlaysTheSame() throws Exception {
        Run one = run(40, 1, 5);
        Run two = run(40, 1, 5);
        assertThat(one.told).isEqualTo(two.told).hasSizeGreaterThan(500);
        assertThat(one.player.calls()).isEqualTo(two.player.calls());
        assertThat(one.player.agentStates()).isEqualTo(two.player.agentStates());
    }

    @Test
    void anotherSeedPlaysSomethingElse() throws Exception {
        assertThat(run(40, 1, 5).told).isNotEqualTo(run(40, 1, 6).told);
    }

    @Test
    void everyScenarioOfTheMixIsPlayed() throws Exception {
        assertThat(run(80, 2, 5).player.calls())
                .extracting(PlayedCall::scenario)
                .containsAll(PlayOptions.of(1, 1).mix().keySet());
    }

    /** Those with settings of their own apart: what they expect holds only with these. */
    @Test
    void every_golden_call_of_the_default_settings_is_in_the_mix() throws Exception {
        List<String> golden = new ArrayList<>();
        Path folder = Path.of("..", "processors", "src", "test", "resources", "golden");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Files.readString(file).contains("\nsettings: {}\n")) {
                    golden.add(name.substring(0, name.length() - ".yaml".length()));
                }
            }
        }
        assertThat(golden)
                .hasSizeGreaterThan(30)
                .isSubsetOf(PlayOptions.of(1, 1).mix().keySet());
    }

    @Test
    void eventTimesOfASwitchNeverRunBackwards() throws Exception {
        assertThat(run(80, 2, 5).times).isSorted();
    }

    @Test
    void anAgentHasOneCallAtATimeAnd20SecondsBetweenTwo() throws Exception {
        Map<String, Long> freeFrom = new HashMap<>();
        for (PlayedCall call : run(30, 2, 9).player.calls()) {
            for (String employee : call.employeeIds()) {
                assertThat(call.start()).isGreaterThanOrEqualTo(freeFrom.getOrDefault(employee, 0L));
                freeFrom.put(employee, call.end() + 20_000);
            }
        }
        assertThat(freeFrom).isNotEmpty();
    }

    @Test
    void aCallWithoutFreeAgentsIsSkippedAndCounted() throws Exception {
        Run run = run(1, 2, 5);
        assertThat(run.player.progress().callsSkipped()).isPositive();
        assertThat(run.player.progress().callsEnded())
                .isEqualTo(run.player.progress().callsStarted());
    }

    @Test
    void withoutMemoryNothingIsKept() throws Exception {
        Run run = run(SITE, PlayOptions.of(2, 5).forgetting());
        assertThat(run.player.calls()).isEmpty();
        assertThat(run.player.agentStates()).isEmpty();
        assertThat(run.player.progress().callsStarted()).isPositive();
    }

    @Test
    void everyAgentIsReadyInTheEnd() throws Exception {
        Run run = run(40, 1, 5);
        assertThat(run.last).hasSize(40);
        // who has logged in again at the end of a call is not ready yet
        Set<String> loggedIn = run.player.calls().stream()
                .filter(call -> call.scenario().equals("agent-logged-out-in-mid-call"))
                .flatMap(call -> call.employeeIds().stream())
                .collect(Collectors.toSet());
        run.last.forEach((agent, state) -> {
            if (!loggedIn.contains(agent)) {
                assertThat(state.status()).as(agent).isEqualTo(AgentState.WAIT_FOR_NEXT_CALL);
            }
        });
    }

    @Test
    void aCallFromTheUnmappedQueueComesToTheSwitchThatHasIt() throws Exception {
        Site two = SiteGenerator.generate(new SiteOptions(80, 2, 1));
        assertThat(run(two, PlayOptions.of(2, 5)).player.calls())
                .filteredOn(c -> c.scenario().equals("answered-from-unmapped-queue"))
                .isNotEmpty()
                .allMatch(c -> c.switchName().equals("SIP_A"));
    }

    @Test
    void aSingleCallAndASingleStateCanBeAskedFor() throws Exception {
        Run run = idle();
        PlayedCall call =
                run.player.playNow(Played.scenario("abandoned-in-queue")).get(5, TimeUnit.SECONDS);
        assertThat(call.scenario()).isEqualTo("abandoned-in-queue");
        String agent = SITE.agents().get(0).employeeId();
        run.player.agentState(agent, AgentState.NOT_READY_FOR_NEXT_CALL, Map.of("ReasonCode", "LUNCH"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> run.player.agentStates().stream()
                        .anyMatch(s -> s.value().equals("Meal")));
        run.player.close();
    }

    private static final Site SITE = SiteGenerator.generate(new SiteOptions(40, 1, 1));

    private static Run run(int agents, double rate, long seed) throws Exception {
        return run(SiteGenerator.generate(new SiteOptions(agents, 1, 1)), PlayOptions.of(rate, seed));
    }

    private static Run idle() {
        Run run = new Run();
        run.player = new Player(
                SITE, Played.FILES.all(), Played.CAST, PlayOptions.of(1, 5), run, System.currentTimeMillis());
        return run;
    }

    private static Run run(Site site, PlayOptions options) throws Exception {
        Run run = new Run();
        run.player = new Player(site, Played.FILES.all(), Played.CAST, options, run, START);
        run.player.begin(60);
        run.player.finished().get(30, TimeUnit.SECONDS);
        run.player.close();
        return run;
    }

    private static final class Run implements Stage {
        private final List<String> told = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final Map<String, AgentState> last = new HashMap<>();
        private Player player;

        @Override
        public void event(String switchName, Stream stream, Message event, long at) {
            times.add(at);
            told.add(at + " " + switchName + " " + stream + " " + event.number() + " " + event.attributes());
        }

        @Override
        public void state(String employeeId, AgentState state, int serverTime) {
            last.put(employeeId, state);
            told.add(employeeId + " " + state);
        }
    }
}
