package org.engageconnector.component.journal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;

/** Whatever the answers are and however they interleave: nothing is lost, nothing leaves out of order of its key. */
class BacklogPropertyTest {

    private static final String[] KINDS = {"holdUpdatedEvents", "userPresenceEvents", "userRoutingStatusEvents"};

    private final Map<String, Long> accepted = new HashMap<>();
    private final List<Batch> inFlight = new ArrayList<>();
    private final Set<String> busy = new HashSet<>();
    private int settled;

    @Property(tries = 300)
    void everyEntryIsSettledOnceAndInTheOrderOfItsKey(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int keys,
            @ForAll @IntRange(min = 1, max = 5) int perKey) {
        Random random = new Random(seed);
        Backlog backlog = new Backlog(new BatchLimits(7, 100_000, perKey, 50, 100_000, 1_000));
        accepted.clear();
        inFlight.clear();
        busy.clear();
        settled = 0;
        int entries = 150;
        int next = 1;
        long now = 0;
        for (int step = 0; step < 20_000 && settled < entries; step++) {
            now++;
            if (next <= entries && random.nextInt(3) == 0) {
                String kind = KINDS[random.nextInt(KINDS.length)];
                String key = "k" + random.nextInt(keys);
                backlog.add(new Item(new JournalEntry(next++ + "-0", key, kind, Map.of(), new byte[10]), false));
            }
            backlog.unpark(now);
            if (inFlight.size() < 4) {
                send(backlog.take(DeliveryPath.values()[random.nextInt(3)]));
            }
            if (!inFlight.isEmpty() && random.nextBoolean()) {
                answer(backlog, inFlight.remove(random.nextInt(inFlight.size())), random, now);
            }
        }
        assertThat(settled).isEqualTo(entries);
        assertThat(backlog.size()).isZero();
    }

    private void send(Batch batch) {
        if (batch == null) {
            return;
        }
        Set<String> keys = new HashSet<>();
        batch.items().forEach(item -> keys.add(item.key));
        assertThat(Collections.disjoint(keys, busy))
                .as("no key is in two requests")
                .isTrue();
        busy.addAll(keys);
        inFlight.add(batch);
    }

    private void answer(Backlog backlog, Batch batch, Random random, long now) {
        batch.items().forEach(item -> busy.remove(item.key));
        int kind = random.nextInt(10);
        if (kind == 0 && batch.items().size() > 1) {
            backlog.split(batch, batch.items());
            return;
        }
        if (kind > 1) {
            Set<String> held = new HashSet<>();
            List<Item> gone = new ArrayList<>();
            for (Item item : batch.items()) {
                if (held.contains(item.key) || random.nextInt(8) == 0) {
                    held.add(item.key);
                } else {
                    gone.add(item);
                    Long before = accepted.put(item.key, item.position.millis());
                    assertThat(item.position.millis())
                            .as("order of " + item.key)
                            .isGreaterThan(before == null ? 0 : before);
                }
            }
            backlog.remove(gone);
            settled += gone.size();
            held.forEach(key -> backlog.park(key, now + random.nextInt(5)));
        }
        backlog.release(batch);
    }
}
