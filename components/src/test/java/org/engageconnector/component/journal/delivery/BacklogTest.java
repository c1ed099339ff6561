package org.engageconnector.component.journal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final DeliveryPath PATH = DeliveryPath.CONVERSATIONS;

    private final Backlog backlog = new Backlog(new BatchLimits(4, 1_000, Integer.MAX_VALUE, 6, 10_000, 10));

    private static Item item(int position, String key, String kind, int bytes) {
        return new Item(new JournalEntry(position + "-0", key, kind, Map.of(), new byte[bytes]), false);
    }

    private void add(String... keys) {
        for (String key : keys) {
            backlog.add(item(backlog.size() + 1, key, "k", 10));
        }
    }

    private static List<String> positions(Batch batch) {
        return batch.items().stream().map(item -> item.position.toString()).toList();
    }

    @Test
    void theOldestEntriesLeaveFirstWhateverTheirKeys() {
        add("a", "b", "a", "c", "a");
        assertThat(positions(backlog.take(PATH))).containsExactly("1-0", "2-0", "3-0", "4-0");
    }

    @Test
    void aKeyWithAnUnconfirmedEntryStaysBehindAndOthersGo() {
        add("a", "a", "a", "a", "a", "b");
        Batch first = backlog.take(PATH);
        Batch second = backlog.take(PATH);
        assertThat(positions(second)).containsExactly("6-0");
        assertThat(backlog.take(PATH)).isNull();
        backlog.remove(first.items());
        backlog.release(first);
        assertThat(positions(backlog.take(PATH))).containsExactly("5-0");
    }

    @Test
    void aRequestStaysBelowItsBytes() {
        backlog.add(item(1, "a", "k", 500));
        backlog.add(item(2, "b", "k", 500));
        assertThat(positions(backlog.take(PATH))).containsExactly("1-0");
        assertThat(positions(backlog.take(PATH))).containsExactly("2-0");
    }

    @Test
    void anEntryThatIsTooLargeLeavesAlone() {
        backlog.add(item(1, "a", "k", 5_000));
        assertThat(positions(backlog.take(PATH))).containsExactly("1-0");
    }

    @Test
    void eventsOfOneKeyInARequestCanBeLimited() {
        Backlog strict = new Backlog(new BatchLimits(4, 1_000, 1, 100, 10_000, 100));
        strict.add(item(1, "a", "k", 1));
        strict.add(item(2, "a", "k", 1));
        strict.add(item(3, "b", "k", 1));
        assertThat(positions(strict.take(PATH))).containsExactly("1-0", "3-0");
    }

    @Test
    void anEntryForAnotherPathHoldsTheLaterOnesOfItsKey() {
        backlog.add(item(1, "agent", "userPresenceEvents", 1));
        backlog.add(item(2, "agent", "userRoutingStatusEvents", 1));
        backlog.add(item(3, "agent", "userPresenceEvents", 1));
        Batch presence = backlog.take(DeliveryPath.PRESENCE);
        assertThat(positions(presence)).containsExactly("1-0");
        assertThat(backlog.take(DeliveryPath.ROUTING_STATUS)).isNull();
        backlog.remove(presence.items());
        backlog.release(presence);
        assertThat(backlog.take(DeliveryPath.PRESENCE)).isNull();
        assertThat(positions(backlog.take(DeliveryPath.ROUTING_STATUS))).containsExactly("2-0");
    }

    @Test
    void aParkedKeyWaitsGivesItsMemoryBackAndComesAgainInOrder() {
        add("a", "a", "b");
        Batch batch = backlog.take(PATH);
        backlog.park("a", 100);
        backlog.remove(List.of(batch.items().get(2)));
        backlog.release(batch);
        assertThat(backlog.take(PATH)).isNull();
        assertThat(backlog.unpark(40)).isEqualTo(60);
        backlog.unpark(100);
        Batch again = backlog.take(PATH);
        assertThat(positions(again)).containsExactly("1-0", "2-0");
        assertThat(again.items()).allMatch(Item::isShed);
    }

    @Test
    void parkedEntriesDoNotFillTheReadWindow() {
        add("a", "a", "a", "a", "a", "a");
        assertThat(backlog.hasRoom()).isFalse();
        backlog.park("a", 100);
        assertThat(backlog.hasRoom()).isTrue();
    }

    @Test
    void aFailedBatchIsHalvedUntilTheBadEntryIsAloneAndItsKeysWait() {
        add("a", "b", "c", "a", "a");
        Batch whole = backlog.take(PATH);
        backlog.split(whole, whole.items());
        Batch older = backlog.take(PATH);
        assertThat(positions(older)).containsExactly("1-0", "2-0");
        assertThat(backlog.take(PATH)).isNull();
        backlog.remove(older.items());
        backlog.release(older);
        Batch newer = backlog.take(PATH);
        assertThat(positions(newer)).containsExactly("3-0", "4-0");
        backlog.split(newer, newer.items());
        Batch bad = backlog.take(PATH);
        assertThat(positions(bad)).containsExactly("3-0");
        backlog.remove(bad.items());
        backlog.release(bad);
        Batch last = backlog.take(PATH);
        assertThat(positions(last)).containsExactly("4-0");
        backlog.remove(last.items());
        backlog.release(last);
        assertThat(positions(backlog.take(PATH))).containsExactly("5-0");
    }

    @Test
    void anEntryIsTakenInOnce() {
        assertThat(backlog.add(item(1, "a", "k", 1))).isTrue();
        assertThat(backlog.add(item(1, "a", "k", 1))).isFalse();
        assertThat(backlog.size()).isEqualTo(1);
    }

    @Test
    void anEntryThatComesBackUnderItsOldIdGoesBeforeLaterOnesOfItsKey() {
        backlog.add(item(5, "a", "k", 1));
        backlog.add(item(2, "a", "k", 1));
        assertThat(positions(backlog.take(PATH))).containsExactly("2-0", "5-0");
    }

    @Test
    void a_batch_waits_for_more_until_its_oldest_entry_has_waited_long_enough_or_it_is_full() {
        assertThat(backlog.untilFull(PATH, 0, 500)).isZero();
        addKnownAt(1_000, 1, "a");
        addKnownAt(1_400, 2, "b");
        assertThat(backlog.untilFull(PATH, 1_000, 0)).isZero();
        assertThat(backlog.untilFull(PATH, 1_400, 500)).isEqualTo(100);
        assertThat(backlog.untilFull(PATH, 1_500, 500)).isZero();
        addKnownAt(1_400, 3, "a");
        assertThat(backlog.untilFull(PATH, 1_400, 500)).isEqualTo(100);
        addKnownAt(1_400, 4, "c");
        assertThat(backlog.untilFull(PATH, 1_400, 500)).isZero();
    }

    @Test
    void what_was_sent_before_does_not_wait_again() {
        addKnownAt(1_000, 1, "a");
        Batch batch = backlog.take(PATH);
        batch.items().get(0).attempts++;
        backlog.release(batch);
        assertThat(backlog.untilFull(PATH, 1_000, 500)).isZero();
    }

    @Test
    void what_waited_for_its_key_has_waited() {
        addKnownAt(1_000, 1, "a");
        Batch batch = backlog.take(PATH);
        addKnownAt(1_100, 2, "a");
        assertThat(backlog.untilFull(PATH, 1_700, 500)).isZero();
        backlog.remove(batch.items());
        backlog.release(batch);
        assertThat(backlog.untilFull(PATH, 1_500, 500)).isEqualTo(100);
        assertThat(backlog.untilFull(PATH, 1_700, 500)).isZero();
    }

    private void addKnownAt(long nanos, int position, String key) {
        Item item = item(position, key, "k", 10);
        item.knownAt = nanos;
        backlog.add(item);
    }
}
