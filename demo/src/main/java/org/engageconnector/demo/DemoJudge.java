package org.engageconnector.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.genesyscloud.watch.Summary;
import org.engageconnector.simulators.judge.AcceptedEvent;
import org.engageconnector.simulators.judge.Findings;
import org.engageconnector.simulators.judge.Judge;
import org.engageconnector.simulators.judge.OrganisationNames;

/** Draws the conclusion: what was played against what was accepted. */
final class DemoJudge {

    private static final double QUOTA = 300;

    private final DemoWorld world;

    private final OrganisationNames names;

    DemoJudge(DemoWorld world, OrganisationNames names) {
        this.world = world;
        this.names = names;
    }

    /** The report as things stand now, and the lines that say what is wrong. */
    record Judgement(DemoReport report, List<String> lines) {

        boolean complete() {
            return report.conversationEvents().lost() == 0
                    && report.agentStateEvents().lost() == 0;
        }
    }

    Judgement judge(DemoOptions options, Player player) {
        List<RecordedEvent> all = world.cloud().events(event -> true);
        Judge judge = new Judge(names, all);
        Findings ofCalls = judge.calls(player);
        Findings ofAgents = judge.agentStates(player);
        List<AcceptedEvent> calls = judge.accepted(Judge.CONVERSATIONS);
        List<AcceptedEvent> states = new ArrayList<>(judge.accepted(Judge.PRESENCE));
        states.addAll(judge.accepted(Judge.ROUTING_STATUS));
        Summary summary = world.cloud().summary();
        Map<String, Delay> delays = new LinkedHashMap<>();
        delays.put("conversation", Delay.of(ofCalls.delays()));
        delays.put("agentState", Delay.of(ofAgents.delays()));
        List<String> lines = new ArrayList<>(ofCalls.lines());
        lines.addAll(ofAgents.lines());
        all.stream()
                .filter(event -> event.outcome() == Outcome.REFUSED)
                .limit(20)
                .forEach(event -> lines.add("rejected: " + event.list() + ": " + event.message()));
        return new Judgement(
                new DemoReport(
                        options.agents(),
                        options.seconds(),
                        new DemoReport.Calls(
                                player.progress().callsStarted(),
                                player.progress().callsEnded()),
                        tally(judge, ofCalls, calls, judge.outOfOrder(), List.of(Judge.CONVERSATIONS)),
                        tally(judge, ofAgents, states, 0, List.of(Judge.PRESENCE, Judge.ROUTING_STATUS)),
                        configSync(summary),
                        requests(summary),
                        delays),
                lines);
    }

    private static Tally tally(
            Judge judge, Findings found, List<AcceptedEvent> accepted, int outOfOrder, List<String> paths) {
        Map<String, Long> byType = new TreeMap<>();
        accepted.forEach(event -> byType.merge(event.kind(), 1L, Long::sum));
        return new Tally(
                found.expected(),
                accepted.size(),
                judge.count(paths, Outcome.REFUSED),
                found.lostCount(),
                judge.count(paths, Outcome.REPEATED),
                outOfOrder,
                byType);
    }

    private static DemoReport.ConfigSync configSync(Summary summary) {
        Map<String, Integer> objects = summary.objects();
        return new DemoReport.ConfigSync(
                objects.getOrDefault("users", 0),
                objects.getOrDefault("queues", 0),
                objects.getOrDefault("skills", 0),
                objects.getOrDefault("wrapUpCodes", 0),
                objects.getOrDefault("members", 0),
                summary.requestsByClient().getOrDefault("config-sync", 0L));
    }

    private static DemoReport.Requests requests(Summary summary) {
        double most = summary.mostInAMinute().entrySet().stream()
                .filter(client ->
                        List.of("agent-state-sync", "conversation-provider").contains(client.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        long own = summary.requestsByClient().getOrDefault(DemoWorld.JUDGE, 0L);
        return new DemoReport.Requests(
                summary.requests() - own, summary.answered429(), Math.round(most / QUOTA * 1_000) / 1_000.0);
    }

    /** Where a person can watch. */
    static String page(GenesysCloudSimulator cloud) {
        return cloud.url() + "/";
    }
}
