package org.engageconnector.component.journal.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;

/**
 * What is still to be delivered, and what may be sent now: oldest first, and of a key with an unconfirmed event nothing in
 * another request. Plain data on the time it is given; not thread-safe, its owner locks.
 */
final class Backlog {

    private final Map<String, KeyQueue> keys = new HashMap<>();
    private final Map<DeliveryPath, TreeSet<KeyQueue>> ready = new EnumMap<>(DeliveryPath.class);
    private final Map<DeliveryPath, List<Halves>> halves = new EnumMap<>(DeliveryPath.class);
    private final Set<KeyQueue> parked = new HashSet<>();
    private final BatchLimits limits;
    private int size;
    private int loaded;
    private long loadedBytes;

    Backlog(BatchLimits limits) {
        this.limits = limits;
        for (DeliveryPath path : DeliveryPath.values()) {
            ready.put(path, new TreeSet<>());
            halves.put(path, new ArrayList<>());
        }
    }

    /** Takes an entry in; false when it is known. */
    boolean add(Item item) {
        KeyQueue queue = keys.computeIfAbsent(item.key, KeyQueue::new);
        if (queue.items.containsKey(item.position)) {
            return false;
        }
        unready(queue);
        queue.items.put(item.position, item);
        ready(queue);
        size++;
        count(item, 1);
        if (queue.parked) {
            shed(item);
        }
        return true;
    }

    /** The next batch of a path, or null. Its keys are busy until {@link #release}. */
    Batch take(DeliveryPath path) {
        for (Halves each : List.copyOf(halves.get(path))) {
            if (!each.inFlight) {
                Batch part = part(path, each);
                if (part != null) {
                    return part;
                }
            }
        }
        List<Item> items = oldest(path);
        if (items.isEmpty()) {
            return null;
        }
        items.forEach(item -> busy(keys.get(item.key)));
        return new Batch(path, items, null);
    }

    /** True when {@link #take} would give something. */
    boolean hasReady(DeliveryPath path) {
        return !ready.get(path).isEmpty() || halves.get(path).stream().anyMatch(each -> !each.inFlight);
    }

    /** When the oldest entry that could be sent was appended, or {@link Long#MAX_VALUE}. */
    long oldestReady(DeliveryPath path) {
        return ready.get(path).isEmpty()
                ? Long.MAX_VALUE
                : ready.get(path).first().head().position.millis();
    }

    /**
     * How long the next batch of a path waits for more entries: until the oldest has waited for a time, and not at all when
     * it is full or was sent before.
     */
    long untilFull(DeliveryPath path, long now, long linger) {
        if (linger == 0
                || ready.get(path).isEmpty()
                || halves.get(path).stream().anyMatch(each -> !each.inFlight)) {
            return 0;
        }
        Item oldest = ready.get(path).first().head();
        long left = oldest.knownAt + linger - now;
        return left <= 0 || oldest.attempts > 0 || isFull(path) ? 0 : left;
    }

    private boolean isFull(DeliveryPath path) {
        int events = 0;
        long bytes = BatchLimits.ENVELOPE;
        for (KeyQueue queue : ready.get(path)) {
            int ofKey = 0;
            for (Item item : queue.items.values()) {
                if (item.path != path || ofKey++ == limits.eventsPerKey()) {
                    break;
                }
                events++;
                bytes += item.size;
                if (events >= limits.events() || bytes >= limits.bytes()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Batch part(DeliveryPath path, Halves each) {
        while (!each.parts.isEmpty()) {
            List<Item> items = inTurn(each.parts.poll());
            if (!items.isEmpty()) {
                each.inFlight = true;
                return new Batch(path, items, each);
            }
        }
        end(path, each);
        return null;
    }

    /** Without what is gone, what is parked, and what would pass an earlier entry of its key that is still to be settled. */
    private List<Item> inTurn(List<Item> part) {
        List<Item> items = new ArrayList<>();
        Set<Position> taken = new HashSet<>();
        for (Item item : part) {
            KeyQueue queue = keys.get(item.key);
            Position before = queue.items.lowerKey(item.position);
            boolean next = before == null || taken.contains(before);
            if (next && !queue.parked && queue.items.containsKey(item.position)) {
                taken.add(item.position);
                items.add(item);
            }
        }
        return items;
    }

    private record Cursor(KeyQueue queue, Iterator<Item> rest, Item item, int number) implements Comparable<Cursor> {
        @Override
        public int compareTo(Cursor other) {
            return item.position.compareTo(other.item.position);
        }
    }

    private List<Item> oldest(DeliveryPath path) {
        List<Item> batch = new ArrayList<>();
        PriorityQueue<Cursor> open = new PriorityQueue<>();
        Iterator<KeyQueue> queues = ready.get(path).iterator();
        KeyQueue next = queues.hasNext() ? queues.next() : null;
        long bytes = BatchLimits.ENVELOPE;
        while (batch.size() < limits.events() && (next != null || !open.isEmpty())) {
            Cursor cursor;
            if (next != null && (open.isEmpty() || next.head().position.compareTo(open.peek().item.position) < 0)) {
                Iterator<Item> items = next.items.values().iterator();
                cursor = new Cursor(next, items, items.next(), 1);
                next = queues.hasNext() ? queues.next() : null;
            } else {
                cursor = open.poll();
            }
            bytes += cursor.item.size;
            if (bytes >= limits.bytes() && !batch.isEmpty()) {
                break;
            }
            batch.add(cursor.item);
            if (cursor.number < limits.eventsPerKey() && cursor.rest.hasNext()) {
                Item following = cursor.rest.next();
                if (following.path == path) {
                    open.add(new Cursor(cursor.queue, cursor.rest, following, cursor.number + 1));
                }
            }
        }
        return batch;
    }

    /** These are settled: they will not be seen again. */
    void remove(Collection<Item> settled) {
        for (Item item : settled) {
            KeyQueue queue = keys.get(item.key);
            if (queue != null && queue.items.containsKey(item.position)) {
                unready(queue);
                count(queue.items.remove(item.position), -1);
                ready(queue);
                size--;
                forgetIfEmpty(queue);
            }
        }
    }

    /** The keys of an answered batch may be sent again. */
    void release(Batch batch) {
        if (batch.halves() != null) {
            batch.halves().inFlight = false;
            if (batch.halves().parts.isEmpty()) {
                end(batch.path(), batch.halves());
            }
            return;
        }
        batch.items().forEach(item -> free(keys.get(item.key)));
    }

    /** An answered batch, of which {@code sent} was in the request, goes in halves; instead of {@link #release}. */
    void split(Batch batch, List<Item> sent) {
        Halves into = batch.halves();
        if (into == null) {
            into = new Halves();
            for (Item item : batch.items()) {
                into.keys.add(keys.get(item.key));
            }
            halves.get(batch.path()).add(into);
        }
        into.split(sent);
        into.inFlight = false;
    }

    private void end(DeliveryPath path, Halves done) {
        halves.get(path).remove(done);
        done.keys.forEach(this::free);
    }

    private void busy(KeyQueue queue) {
        if (!queue.busy) {
            unready(queue);
            queue.busy = true;
        }
    }

    private void free(KeyQueue queue) {
        if (queue != null) {
            unready(queue);
            queue.busy = false;
            ready(queue);
            forgetIfEmpty(queue);
        }
    }

    /** Nothing of a key is sent before a time; its entries give their memory back. */
    void park(String key, long until) {
        KeyQueue queue = keys.computeIfAbsent(key, KeyQueue::new);
        unready(queue);
        queue.parked = true;
        queue.parkedUntil = until;
        parked.add(queue);
        queue.items.values().forEach(this::shed);
    }

    /** Lets parked keys go whose time has come; returns how long until the next one, or {@link Long#MAX_VALUE}. */
    long unpark(long now) {
        long wait = Long.MAX_VALUE;
        for (Iterator<KeyQueue> each = parked.iterator(); each.hasNext(); ) {
            KeyQueue queue = each.next();
            long left = queue.parkedUntil - now;
            if (left > 0) {
                wait = Math.min(wait, left);
            } else {
                each.remove();
                queue.parked = false;
                ready(queue);
                forgetIfEmpty(queue);
            }
        }
        return wait;
    }

    /** Gives the memory of a stopped path's entries back. */
    void shed(DeliveryPath path) {
        for (KeyQueue queue : keys.values()) {
            if (!queue.busy) {
                queue.items.values().stream().filter(item -> item.path == path).forEach(this::shed);
            }
        }
    }

    private void shed(Item item) {
        if (!item.isShed()) {
            count(item, -1);
            item.shed();
        }
    }

    private void count(Item item, int sign) {
        if (!item.isShed()) {
            loaded += sign;
            loadedBytes += sign * (long) item.size;
        }
    }

    /** The body of a shed item has been read again. */
    void restore(Item item, JournalEntry entry) {
        if (item.isShed()) {
            item.restore(entry);
            count(item, 1);
        }
    }

    private void ready(KeyQueue queue) {
        if (!queue.busy && !queue.parked && !queue.items.isEmpty()) {
            ready.get(queue.head().path).add(queue);
        }
    }

    private void unready(KeyQueue queue) {
        if (!queue.items.isEmpty()) {
            ready.get(queue.head().path).remove(queue);
        }
    }

    private void forgetIfEmpty(KeyQueue queue) {
        if (queue.items.isEmpty() && !queue.busy && !queue.parked) {
            keys.remove(queue.key);
        }
    }

    KeyQueue queue(String key) {
        return keys.get(key);
    }

    /** The queues of all keys, busy ones too, in no order; for looking only. */
    Collection<KeyQueue> queues() {
        return keys.values();
    }

    int size() {
        return size;
    }

    int parkedKeys() {
        return parked.size();
    }

    /** True while more entries should be read. */
    boolean hasRoom() {
        return loaded < limits.windowEvents() && loadedBytes < limits.windowBytes() && size < limits.knownEvents();
    }
}
