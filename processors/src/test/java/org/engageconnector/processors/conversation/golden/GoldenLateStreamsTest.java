package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.engageconnector.message.Message;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.junit.jupiter.api.Test;

/**
 * Every golden file among hundreds of other calls, while each stream of the pair is up to 2 s behind and the other calls move
 * the clock: what is at most the lag late gives the same events (docs/call-rules.md#evidence). Each call has one of its
 * witnesses, and in some runs another instance takes over. {@code -Dlong=true} makes 10,000 runs, {@code -Dseed=N} repeats one.
 */
class GoldenLateStreamsTest {

    private static final int RUNS = Boolean.getBoolean("long") ? 10_000 : Integer.getInteger("runs", 20);
    private static final int COPIES = 3;
    private static final long LAG = 2000;
    private static final long SPAN = 60_000;

    /** A file's call under names of its own, and what it gives when nothing is late. */
    private record Part(GoldenCase golden, int k, List<Told> expected) {}

    private record Timed(long at, Family family, Message message) {}

    private record Arrival(long due, int n, Timed event) {}

    @Test
    void evidence_that_is_at_most_the_lag_late_gives_the_same_events() {
        long seed = Long.getLong("seed", new Random().nextLong());
        Map<EngineSettings, List<Part>> groups = groups();
        for (int run = 0; run < RUNS; run++) {
            for (Map.Entry<EngineSettings, List<Part>> group : groups.entrySet()) {
                check(group.getKey(), group.getValue(), seed + run);
            }
        }
    }

    /** Settings hold for an engine: the files that share theirs are played together, in several copies of each. */
    private static Map<EngineSettings, List<Part>> groups() {
        Map<EngineSettings, List<Part>> groups = new HashMap<>();
        int k = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            for (GoldenCase golden : GoldenCase.all()) {
                List<Part> group = groups.computeIfAbsent(golden.settings, settings -> new ArrayList<>());
                group.add(new Part(golden, k, alone(golden, k)));
                k++;
            }
        }
        return groups;
    }

    private static List<Told> alone(GoldenCase golden, int k) {
        Renamed site = new Renamed(golden.cast);
        CallEngine engine = new CallEngine("SIP_A", golden.settings, (what, example) -> {});
        List<ConversationEvent> sent = new ArrayList<>();
        for (GoldenCase.Event event : golden.events) {
            Message message = site.message(event.message(), k, 0);
            engine.event(event.family(), message, event.at(), site, sent::add);
        }
        engine.advance(engine.clock() + 20_000, sent::add);
        return told(sent, golden, 0);
    }

    private static void check(EngineSettings settings, List<Part> parts, long seed) {
        Random random = new Random(seed);
        Renamed site = new Renamed(parts.get(0).golden().cast);
        long[] later = new long[parts.size()];
        List<Timed> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            later[i] = random.nextInt((int) SPAN);
            GoldenCase golden = parts.get(i).golden();
            String witness = golden.witnesses.get(random.nextInt(golden.witnesses.size()));
            for (GoldenCase.Event event : golden.events(golden.anyOrder ? witness : "all")) {
                Message message = site.message(event.message(), parts.get(i).k(), later[i]);
                all.add(new Timed(event.at() + later[i], event.family(), message));
            }
        }
        all.sort(Comparator.comparingLong(Timed::at));
        CallEngine engine = new CallEngine("SIP_A", settings, (what, example) -> {});
        Map<Integer, List<ConversationEvent>> sent = new HashMap<>();
        List<Arrival> arrivals = arrivals(all, random);
        int takeover = random.nextInt(3 * arrivals.size());
        for (Arrival arrival : arrivals) {
            if (takeover-- == 0) {
                engine = successor(engine, settings);
            }
            if (random.nextInt(4) == 0) {
                engine.runOn(arrival.due(), site, out -> sort(out, sent));
            }
            Timed event = arrival.event();
            engine.event(event.family(), event.message(), arrival.due(), site, out -> sort(out, sent));
        }
        engine.advance(engine.clock() + 20_000, out -> sort(out, sent));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.golden().anyOrder) {
                List<Told> told = told(sent.getOrDefault(part.k(), List.of()), part.golden(), later[i]);
                assertThat(PerLeg.differences(part.expected(), told))
                        .as(() -> part.golden() + ", seed " + seed + "\ntold:\n" + String.join("\n", Told.normal(told)))
                        .isEmpty();
            }
        }
    }

    private static CallEngine successor(CallEngine engine, EngineSettings settings) {
        Map<String, byte[]> stored = new HashMap<>(engine.takeChanges());
        stored.values().removeIf(Objects::isNull);
        return CallEngine.restored("SIP_A", settings, (what, example) -> {}, stored);
    }

    /** Each stream keeps its order; how far it is behind changes now and then. */
    private static List<Arrival> arrivals(List<Timed> all, Random random) {
        List<Arrival> arrivals = new ArrayList<>(all.size());
        Map<Family, Long> lag = new EnumMap<>(Family.class);
        Map<Family, Long> last = new EnumMap<>(Family.class);
        boolean[] onTime = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        for (Timed event : all) {
            Family family = event.family();
            if (!lag.containsKey(family) || random.nextInt(40) == 0) {
                boolean behind = !onTime[family.ordinal()];
                lag.put(family, behind ? LAG - 1 - random.nextInt(random.nextInt(1, (int) LAG)) : 0);
            }
            long due = Math.max(last.getOrDefault(family, Long.MIN_VALUE), event.at() + lag.get(family));
            last.put(family, due);
            arrivals.add(new Arrival(due, arrivals.size(), event));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::due).thenComparing(Arrival::n));
        return arrivals;
    }

    private static void sort(ConversationEvent out, Map<Integer, List<ConversationEvent>> sent) {
        int k = Integer.parseInt(out.callUuid().substring(out.callUuid().indexOf('-') + 1));
        sent.computeIfAbsent(k, key -> new ArrayList<>()).add(out);
    }

    private static List<Told> told(List<ConversationEvent> sent, GoldenCase golden, long later) {
        return sent.stream()
                .map(event -> Told.of(event, golden))
                .map(told -> new Told(told.at() - later, told.event(), told.fields(), told.legs(), told.conversation()))
                .toList();
    }
}
