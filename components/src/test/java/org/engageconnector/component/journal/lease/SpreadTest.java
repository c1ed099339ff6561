package org.engageconnector.component.journal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Partitions spread evenly and stay where they are when that is even enough. */
class SpreadTest {

    @Test
    void aNewInstanceIsGivenAPartitionOnlyWhenItHasTwoFewer() {
        assertThat(spread("a", Set.of("a", "b"), Map.of("p1", "a", "p2", "a")).giveBack())
                .contains("p2");
        assertThat(spread("a", Set.of("a", "b"), Map.of("p1", "a")).giveBack()).isEmpty();
        assertThat(spread("a", Set.of("a", "b"), Map.of("p1", "a", "p2", "a", "p3", "b"))
                        .giveBack())
                .isEmpty();
        assertThat(spread("a", Set.of("a"), Map.of("p1", "a", "p2", "a")).giveBack())
                .isEmpty();
    }

    @Test
    void whoHasMoreLeavesAFreePartitionToOthersForAWhile() {
        Spread loaded = spread("a", Set.of("a", "b"), Map.of("p1", "a"));

        assertThat(loaded.mayTake(false)).isFalse();
        assertThat(loaded.mayTake(true)).isTrue();
        assertThat(spread("b", Set.of("a", "b"), Map.of("p1", "a")).mayTake(false))
                .isTrue();
    }

    @Property(tries = 200)
    void fromAnyStartInstancesEndUpWithinOneOfEachOther(
            @ForAll @IntRange(min = 1, max = 5) int instances,
            @ForAll @IntRange(min = 0, max = 9) int partitions,
            @ForAll List<@IntRange(min = 0, max = 6) Integer> start) {
        Set<String> live = new TreeSet<>();
        for (int i = 0; i < instances; i++) {
            live.add("i" + i);
        }
        Map<String, String> holders = new HashMap<>();
        for (int p = 0; p < Math.min(partitions, start.size()); p++) {
            if (start.get(p) < instances) {
                holders.put("p" + p, "i" + start.get(p));
            }
        }
        for (int round = 0; round < 40; round++) {
            for (String me : live) {
                Spread now = spread(me, live, Map.copyOf(holders));
                now.giveBack().ifPresent(holders::remove);
                for (int p = 0; p < partitions; p++) {
                    if (!holders.containsKey("p" + p)
                            && spread(me, live, Map.copyOf(holders)).mayTake(false)) {
                        holders.put("p" + p, me);
                        break;
                    }
                }
            }
        }
        assertThat(holders).hasSize(partitions);
        List<Integer> counts = new ArrayList<>();
        live.forEach(me ->
                counts.add((int) holders.values().stream().filter(me::equals).count()));
        assertThat(counts.stream().mapToInt(n -> n).max().orElse(0)
                        - counts.stream().mapToInt(n -> n).min().orElse(0))
                .isLessThanOrEqualTo(1);
    }

    private static Spread spread(String me, Set<String> live, Map<String, String> holders) {
        return new Spread(me, live, holders);
    }
}
