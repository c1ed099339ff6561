package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.engageconnector.processors.conversation.golden.GoldenCase.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every order of the streams and either witness give the same events per leg. Orders are sampled; a failure names its seed.
 * {@code -Dlong=true} samples many more.
 */
class GoldenAnyOrderTest {

    private static final int SAMPLES = Boolean.getBoolean("long") ? 20_000 : Integer.getInteger("samples", 70);

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyWitnessInTheOrderOfTheFile(GoldenCase golden) {
        for (String witness : golden.witnesses) {
            check(golden, golden.events(witness), witness, 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyOrderOfEveryWitness(GoldenCase golden) {
        if (!golden.anyOrder) {
            return;
        }
        long seed = Long.getLong("seed", new Random().nextLong());
        for (int i = 0; i < SAMPLES; i++) {
            Random random = new Random(seed + i);
            for (String witness : golden.witnesses) {
                List<Event> order = Orders.random(golden.events(witness), random, i % 4);
                int times = i % 5 == 0 ? 2 : 1;
                check(golden, order, witness + ", seed " + (seed + i) + ", sample " + i, times);
            }
        }
    }

    private static void check(GoldenCase golden, List<Event> events, String what, int times) {
        List<Told> expected = golden.expect.isEmpty() ? List.of() : told(golden, golden.events, 1);
        List<Told> told = told(golden, events, times);
        assertThat(PerLeg.differences(expected, told))
                .as(() -> golden + ", " + what + "\norder: "
                        + events.stream().map(Event::line).toList() + "\ntold:\n"
                        + String.join("\n", Told.normal(told)))
                .isEmpty();
    }

    private static List<Told> told(GoldenCase golden, List<Event> events, int times) {
        return Play.of(golden, events, times).stream()
                .map(sent -> Told.of(sent, golden))
                .toList();
    }
}
