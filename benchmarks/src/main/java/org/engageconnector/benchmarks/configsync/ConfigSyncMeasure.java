package org.engageconnector.benchmarks.configsync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.org.OrganisationLimits;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;

/** P10: how config-sync scales with agents. The quota is raised, so the first sync takes minutes and not hours. */
public final class ConfigSyncMeasure implements Measure {

    private static final int[] SIZES = {1_000, 10_000, 50_000};
    private static final int[] QUICK = {200};
    private static final int LARGEST = 50_000;
    private static final int UNCHANGED_RUNS = 3;
    private static final Duration FIRST_SYNC = Duration.ofMinutes(30);

    @Override
    public List<String> rows() {
        return List.of("P10");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (int agents : options.quick() ? QUICK : SIZES) {
            figures.addAll(measure(agents));
        }
        return figures;
    }

    private static List<Figure> measure(int agents) throws Exception {
        System.err.println("  config sync of " + agents + " agents");
        Site site = SiteGenerator.generate(new SiteOptions(agents, 2, 1));
        try (GenesysCloudSimulator cloud = GenesysCloudSimulator.builder()
                        .requestsPerMinute(10_000_000)
                        .limits(new OrganisationLimits(1, 5_000, 100_000, 409))
                        .refusedQueueNames(Set.of())
                        .remember(10, 10)
                        .start();
                ConfigDatabase database = ConfigDatabase.start(site, Map.of(), 0);
                ConfigSyncProcess sync = new ConfigSyncProcess(database, cloud)) {
            JsonNode first = sync.firstSync(FIRST_SYNC);
            String size = "%,d agents: ".formatted(agents);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.atMost(
                    "P10",
                    size + "requests of the first sync",
                    first.path("requests").asDouble(),
                    "requests",
                    formula(site)));
            figures.add(Figure.plain("P10", size + "first sync", ConfigSyncProcess.seconds(first), "s"));
            double seconds = 0;
            double requests = 0;
            for (int i = 0; i < UNCHANGED_RUNS; i++) {
                JsonNode run = sync.runOnce(Duration.ofMinutes(5));
                seconds = Math.max(seconds, ConfigSyncProcess.seconds(run));
                requests += run.path("requests").asDouble();
            }
            String unchanged = size + "unchanged run, slowest of " + UNCHANGED_RUNS;
            figures.add(
                    agents == LARGEST
                            ? Figure.atMost("P10", unchanged, seconds, "s", 30)
                            : Figure.plain("P10", unchanged, seconds, "s"));
            figures.add(Figure.atMost("P10", size + "requests of the unchanged runs", requests, "requests", 0));
            figures.add(Figure.atMost("P10", size + "heap in use of 512 MiB", sync.heap(), "MiB", 512));
            return figures;
        }
    }

    /** docs/config-sync.md#how-many-requests. */
    private static double formula(Site site) {
        double codes = Math.ceil(site.dispositions().size() / 100.0);
        double skills = site.agents().stream()
                .mapToDouble(agent -> Math.ceil(agent.skills().size() / 50.0))
                .sum();
        double members = site.queues().stream()
                .mapToDouble(queue -> Math.ceil(site.agents().stream()
                                .filter(agent -> agent.group().equals(queue.agentGroup()))
                                .count()
                        / 100.0))
                .sum();
        return 10
                + site.skills().size()
                + site.dispositions().size()
                + site.queues().size() * (1 + codes)
                + 3.0 * site.agents().size()
                + skills
                + members;
    }
}
