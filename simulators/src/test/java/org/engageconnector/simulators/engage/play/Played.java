package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.engageconnector.simulators.engage.scenario.Cast;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.engageconnector.simulators.engage.scenario.ScenarioFiles;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.engageconnector.simulators.site.SiteQueue;

/** Golden calls bound for tests: to the first agents of a small site, beginning at a fixed time. */
final class Played {

    static final long START = 1_772_442_000_000L;
    static final Site SITE = SiteGenerator.generate(new SiteOptions(10, 1, 1));
    static final ScenarioFiles FILES = new ScenarioFiles();
    static final Cast CAST = FILES.bundledCast();

    private Played() {}

    static Scenario scenario(String name) {
        return FILES.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static BoundCall bind(String name, long longestGap) {
        return binder(longestGap)
                .bind(
                        scenario(name),
                        "SIP_A",
                        agents(scenario(name)),
                        queues(),
                        SITE.switches().get(0).spareExtensions(),
                        START);
    }

    static CallBinder binder(long longestGap) {
        return new CallBinder(
                CAST, SITE.dispositions().keySet(), new FreshIds(START), new SplittableRandom(1), longestGap);
    }

    static Map<String, SiteAgent> agents(Scenario scenario) {
        Map<String, SiteAgent> agents = new LinkedHashMap<>();
        for (String symbol : scenario.agents(CAST)) {
            agents.put(symbol, SITE.agents().get(symbol.charAt(0) - 'A'));
        }
        return agents;
    }

    static List<String> queues() {
        return new ArrayList<>(SITE.queues().stream()
                .filter(SiteQueue::mapped)
                .map(SiteQueue::number)
                .toList());
    }

    static String employee(char symbol) {
        return SITE.agents().get(symbol - 'A').employeeId();
    }
}
