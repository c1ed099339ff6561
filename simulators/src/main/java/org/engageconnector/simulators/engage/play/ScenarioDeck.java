package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.engageconnector.simulators.engage.scenario.Scenario;

/** Which scenario is next: first each one once, in random order, then by weight. Not thread-safe. */
final class ScenarioDeck {

    private final List<Scenario> once = new ArrayList<>();
    private final List<Scenario> weighted = new ArrayList<>();
    private final RandomGenerator random;

    /** @throws IllegalArgumentException when the mix is empty or names a scenario that is not there */
    ScenarioDeck(List<Scenario> scenarios, Map<String, Integer> mix, RandomGenerator random) {
        this.random = random;
        new TreeMap<>(mix).forEach((name, weight) -> {
            Scenario scenario = scenarios.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No scenario is called " + name));
            once.add(scenario);
            for (int i = 0; i < weight; i++) {
                weighted.add(scenario);
            }
        });
        if (weighted.isEmpty()) {
            throw new IllegalArgumentException("The mix names no scenario");
        }
    }

    Scenario next() {
        if (!once.isEmpty()) {
            return once.remove(random.nextInt(once.size()));
        }
        return weighted.get(random.nextInt(weighted.size()));
    }
}
