package org.engageconnector.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.state.EngineSettings;

/**
 * P9: Engage events through the rules on one core, state in memory. P11: cost per event at 100, 1,000 and 10,000 live calls.
 * Messages are made outside the time that is measured; the sizes take turns, so that a noisy machine disturbs all alike.
 */
public final class EngineMeasure implements Measure {

    private static final int[] LIVE_CALLS = {100, 1_000, 10_000};
    private static final int CHUNK = 20_000;

    @Override
    public List<String> rows() {
        return List.of("P9", "P11");
    }

    @Override
    public List<Figure> run(Options options) {
        int rounds = options.quick() ? 5 : 40;
        List<Run> runs = new ArrayList<>();
        for (int live : LIVE_CALLS) {
            runs.add(new Run(live));
        }
        runs.forEach(Run::warmUp);
        for (int round = 0; round < rounds; round++) {
            runs.forEach(run -> run.round(true));
        }
        List<Figure> figures = new ArrayList<>();
        for (Run run : runs) {
            figures.add(Figure.plain("P11", "cost per event at %,d live calls".formatted(run.live), run.nanos(), "ns"));
        }
        double least = runs.stream().mapToDouble(Run::nanos).min().orElseThrow();
        double most = runs.stream().mapToDouble(Run::nanos).max().orElseThrow();
        figures.add(Figure.atMost("P11", "most against least", most / least, "ratio", 2));
        figures.add(Figure.atLeast(
                "P9", "events/s at 1,000 live calls", 1e9 / runs.get(1).nanos(), "events/s", 200_000));
        figures.add(Figure.atMost("P9", "events the engine found odd", runs.get(1).odd, "events", 0));
        figures.add(Figure.plain(
                "P9", "conversation events made per Engage event", runs.get(1).made(), "ratio"));
        return figures;
    }

    private static final class Run {
        private final int live;
        private final BusySite site;
        private final BusyDirectory directory = new BusyDirectory();
        private final CallEngine engine =
                new CallEngine("SIP_A", EngineSettings.defaults("101"), (what, example) -> this.odd++);
        private final List<Long> nanos = new ArrayList<>();
        private long taken;
        private long sent;
        private long odd;

        private Run(int live) {
            this.live = live;
            this.site = new BusySite(live);
        }

        /** Until every extension has had a call, and the compiler has seen enough. */
        private void warmUp() {
            int events = Math.max(1_000_000, 2 * live * BusySite.eventsPerCall());
            for (int done = 0; done < events; done += CHUNK) {
                round(false);
            }
            taken = 0;
            sent = 0;
        }

        private void round(boolean counts) {
            List<BusySite.Told> events = site.next(CHUNK);
            long begin = System.nanoTime();
            for (BusySite.Told told : events) {
                engine.event(told.family(), told.message(), told.at(), directory, event -> sent++);
            }
            long took = System.nanoTime() - begin;
            engine.takeChanges();
            taken += CHUNK;
            if (counts) {
                nanos.add(took);
            }
        }

        /** The median round, per event. */
        private double nanos() {
            return (double) nanos.stream()
                            .sorted()
                            .skip(nanos.size() / 2)
                            .findFirst()
                            .orElseThrow()
                    / CHUNK;
        }

        private double made() {
            return (double) sent / taken;
        }
    }
}
