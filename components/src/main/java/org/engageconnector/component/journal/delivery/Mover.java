package org.engageconnector.component.journal.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves entries to the dead letters that are not sent: too old, or naming a leg that lies there. One thread. */
final class Mover {

    private static final Logger LOG = LoggerFactory.getLogger(Mover.class);
    private static final int AT_ONCE = 100;

    private final Outbox outbox;

    Mover(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Moves what is older than the maximum age; time in which its path was stopped does not count. */
    void moveTooOld() {
        long now = outbox.journal.time();
        long most = outbox.options.maxAge().toMillis();
        List<Item> old = new ArrayList<>();
        outbox.locked(() -> {
            for (KeyQueue queue : outbox.backlog.queues()) {
                Item head = queue.head();
                if (head != null && !queue.busy && old.size() < AT_ONCE) {
                    PathState path = outbox.path(head.path);
                    if (!path.isStopped() && path.stoppedTime.age(head.since, now) > most) {
                        old.add(head);
                    }
                }
            }
            outbox.backlog.remove(old);
        });
        move(old, Map.of(), "older than ex.delivery.max-age");
    }

    /** Finds events that name a dead leg, and moves them as far as {@link PoisonStop} lets them go. */
    void moveFollowers() {
        List<Item> now = new ArrayList<>();
        Map<String, String> legs = new HashMap<>();
        outbox.locked(() -> {
            collect();
            for (Item item : List.copyOf(outbox.followers.values())) {
                String leg = outbox.legs.namedBy(item);
                PathState path = outbox.path(item.path);
                if (leg == null) {
                    // a replay has brought its leg back
                    outbox.followers.remove(item.position);
                    outbox.backlog.add(item);
                } else if (now.size() < AT_ONCE && !path.isStopped() && path.poison.mayFollow(System.nanoTime(), 1)) {
                    outbox.followers.remove(item.position);
                    legs.put(item.position.toString(), leg);
                    now.add(item);
                }
            }
        });
        move(now, legs, "not sent: the Established event of its leg is in the dead letters");
    }

    private void collect() {
        for (String key : outbox.legs.keys()) {
            KeyQueue queue = outbox.backlog.queue(key);
            if (queue != null && !queue.busy) {
                List<Item> found = queue.items.values().stream()
                        .filter(item -> outbox.legs.namedBy(item) != null)
                        .toList();
                outbox.backlog.remove(found);
                found.forEach(item -> outbox.followers.put(item.position, item));
            }
        }
    }

    private void move(List<Item> items, Map<String, String> legs, String error) {
        if (items.isEmpty()) {
            return;
        }
        Confirmation edit = outbox.journal.confirm();
        Map<String, String> newLegs = new HashMap<>();
        String now = String.valueOf(outbox.journal.time());
        for (Item item : items) {
            JournalEntry entry =
                    item.isShed() ? outbox.journal.entry(item.position.toString(), item.aside) : item.entry();
            if (entry == null) {
                continue;
            }
            Map<String, String> facts = new HashMap<>();
            facts.put(DeadLetter.ATTEMPTS, String.valueOf(item.attempts));
            facts.put(DeadLetter.REFUSED_AT, now);
            String leg = legs.get(entry.id());
            if (leg != null) {
                facts.put(DeadLetter.FOLLOWS, leg);
            }
            edit.deadLetter(entry, DeadLetter.of(outbox.journal.name(), entry, error, facts));
            Grave.note(outbox, edit, entry, newLegs);
        }
        try {
            edit.commit();
        } catch (JournalFullException e) {
            LOG.warn("{} events cannot be moved: {}", items.size(), e.getMessage());
            outbox.locked(() -> items.forEach(outbox.backlog::add));
            return;
        }
        LOG.warn("{}: {} events moved to the dead letters: {}", outbox.journal.name(), items.size(), error);
        outbox.locked(() -> {
            newLegs.forEach((leg, key) -> outbox.legs.add(key, leg));
            items.forEach(outbox::settled);
        });
    }
}
