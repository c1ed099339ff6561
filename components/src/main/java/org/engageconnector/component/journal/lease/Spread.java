package org.engageconnector.component.journal.lease;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who should own what: partitions spread over the live instances so that no two differ by more than one. Pure.
 *
 * @param me this instance
 * @param live the instances that are alive
 * @param holders full partition name to instance; free ones are absent; who takes one adds it
 */
record Spread(String me, Set<String> live, Map<String, String> holders) {

    /** Whether a free partition is mine to take: when nobody alive has fewer, or when those who have did not come for it. */
    boolean mayTake(boolean longFree) {
        return longFree || count(me) <= least();
    }

    /** A partition to hand over, when another instance has two fewer than this one. */
    Optional<String> giveBack() {
        if (count(me) - least() < 2) {
            return Optional.empty();
        }
        List<String> mine = new ArrayList<>();
        holders.forEach((partition, holder) -> {
            if (holder.equals(me)) {
                mine.add(partition);
            }
        });
        return mine.stream().max(String::compareTo);
    }

    private int count(String instance) {
        return (int) holders.values().stream().filter(instance::equals).count();
    }

    private int least() {
        Map<String, Integer> counts = new HashMap<>();
        live.forEach(instance -> counts.put(instance, count(instance)));
        counts.putIfAbsent(me, count(me));
        return counts.values().stream().min(Integer::compare).orElse(0);
    }
}
