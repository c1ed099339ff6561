package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.engageconnector.message.Message;
import org.engageconnector.processors.conversation.CallEngine;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.output.ConversationEvent;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.junit.jupiter.api.Test;

/** Hundreds of golden calls at once: each gives what it gives alone. */
class ManyCallsTest {

    private static final int CALLS = Boolean.getBoolean("long") ? 3000 : 300;

    private record Timed(long at, Family family, Message message) {}

    @Test
    void eachCallGivesTheSameAsAlone() {
        long seed = Long.getLong("seed", new Random().nextLong());
        Random random = new Random(seed);
        // Settings hold for an engine, so only calls with the default settings may run together
        List<GoldenCase> cases = GoldenCase.all().stream()
                .filter(golden -> golden.yaml.path("settings").isEmpty())
                .toList();
        Renamed site = new Renamed(cases.get(0).cast);
        List<Timed> all = new ArrayList<>();
        Map<Integer, GoldenCase> played = new HashMap<>();
        Map<Integer, Long> later = new HashMap<>();
        for (int k = 0; k < CALLS; k++) {
            GoldenCase golden = cases.get(random.nextInt(cases.size()));
            long shift = random.nextInt(600_000);
            played.put(k, golden);
            later.put(k, shift);
            for (GoldenCase.Event event : golden.events) {
                all.add(new Timed(event.at() + shift, event.family(), site.message(event.message(), k, shift)));
            }
        }
        all.sort(Comparator.comparingLong(Timed::at));
        CallEngine engine = new CallEngine("SIP_A", EngineSettings.defaults("101"), (what, example) -> {});
        Map<Integer, List<ConversationEvent>> sent = new HashMap<>();
        StateRules rules = new StateRules();
        for (Timed event : all) {
            engine.event(event.family(), event.message(), event.at(), site, out -> {
                rules.check(out);
                int k = Integer.parseInt(out.callUuid().substring(out.callUuid().indexOf('-') + 1));
                sent.computeIfAbsent(k, key -> new ArrayList<>()).add(out);
            });
        }
        engine.advance(engine.clock() + 20_000, out -> {
            rules.check(out);
            int k = Integer.parseInt(out.callUuid().substring(out.callUuid().indexOf('-') + 1));
            sent.computeIfAbsent(k, key -> new ArrayList<>()).add(out);
        });

        assertThat(rules.broken).as("seed %d", seed).isEmpty();
        for (int k = 0; k < CALLS; k++) {
            assertThat(words(sent.getOrDefault(k, List.of()), later.get(k)))
                    .as("%s, seed %d, call %d", played.get(k), seed, k)
                    .isEqualTo(words(Play.of(played.get(k), played.get(k).events, 1), 0));
        }
    }

    private static List<String> words(List<ConversationEvent> events, long later) {
        return events.stream()
                .map(event -> event.at() - later + " " + event.list() + " "
                        + event.json()
                                .replaceAll(".*\"disconnectType\":\"(\\w+)\".*", "$1")
                                .replaceAll("\\{.*", ""))
                .toList();
    }
}
