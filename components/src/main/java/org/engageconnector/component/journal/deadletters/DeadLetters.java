package org.engageconnector.component.journal.deadletters;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.EstablishedLeg;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;

/**
 * What Genesys Cloud would not take: list, show, replay and drop. Works from any process; a replay is taken up by whoever
 * delivers, within a second or two. Nothing is ever trimmed here. Thread-safe; calls wait for Redis no longer than its time
 * limit per page.
 */
public final class DeadLetters {

    private static final int PAGE = 200;

    private final RedisConnection redis;

    public DeadLetters(RedisConnection redis) {
        this.redis = redis;
    }

    /** A page of letters behind an id, oldest first; {@code 0-0} is the start. */
    public List<JournalEntry> list(String after, int most) {
        List<StreamMessage<String, byte[]>> page = redis.call(commands -> commands.xrange(
                redis.keys().journal(DeadLetter.JOURNAL),
                Range.from(Range.Boundary.excluding(after), Range.Boundary.unbounded()),
                Limit.from(most)));
        return page.stream()
                .map(each -> EntryFields.entry(each.getId(), each.getBody()))
                .toList();
    }

    /** One letter; null when there is none of that id. */
    public JournalEntry show(String id) {
        List<StreamMessage<String, byte[]>> found = redis.call(commands ->
                commands.xrange(redis.keys().journal(DeadLetter.JOURNAL), Range.create(id, id), Limit.from(1)));
        return found.isEmpty() ? null : EntryFields.entry(id, found.get(0).getBody());
    }

    public long size() {
        return redis.call(commands -> commands.xlen(redis.keys().journal(DeadLetter.JOURNAL)));
    }

    /** Every letter, page by page; never all at once in memory. */
    public void forEach(Consumer<JournalEntry> action) {
        String after = "0-0";
        List<JournalEntry> page = list(after, PAGE);
        while (!page.isEmpty()) {
            page.forEach(action);
            after = page.get(page.size() - 1).id();
            page = list(after, PAGE);
        }
    }

    /** Brings everything back. Returns how many letters that were. */
    public int replayAll() {
        int replayed = 0;
        List<JournalEntry> page = list("0-0", PAGE);
        while (!page.isEmpty()) {
            replayed += new Replay(redis).of(page);
            page = list(page.get(page.size() - 1).id(), PAGE);
        }
        return replayed;
    }

    /**
     * Brings letters back, before later undelivered events of their keys, and with an Established event those that follow its
     * leg. Ids that are unknown are left out.
     *
     * @return how many letters were brought back, followers included
     */
    public int replay(Collection<String> ids) {
        Map<String, JournalEntry> letters = new LinkedHashMap<>();
        ids.stream().map(this::show).filter(Objects::nonNull).forEach(letter -> letters.put(letter.id(), letter));
        List<String> legs = letters.values().stream()
                .map(EstablishedLeg::of)
                .filter(Objects::nonNull)
                .toList();
        if (!legs.isEmpty()) {
            forEach(letter -> {
                if (legs.contains(letter.headers().getOrDefault(DeadLetter.FOLLOWS, ""))) {
                    letters.put(letter.id(), letter);
                }
            });
        }
        List<JournalEntry> all = new ArrayList<>(letters.values());
        int replayed = 0;
        for (int from = 0; from < all.size(); from += PAGE) {
            replayed += new Replay(redis).of(all.subList(from, Math.min(all.size(), from + PAGE)));
        }
        return replayed;
    }

    /** Deletes letters for good. Returns how many there were. */
    public int drop(Collection<String> ids) {
        Change change = new Change(redis.keys());
        int dropped = 0;
        for (String id : ids) {
            JournalEntry letter = show(id);
            if (letter != null) {
                change.delete(DeadLetter.JOURNAL, letter);
                dropped++;
            }
        }
        if (dropped > 0) {
            Lease.commitFreely(redis, change);
        }
        return dropped;
    }

    /** How many letters there are of each kind, of the journals that {@code of} names by the start of their names. */
    public Map<String, Integer> countByKind(Collection<String> of) {
        Map<String, Integer> counts = new HashMap<>();
        forEach(letter -> {
            String from = letter.headers().getOrDefault(DeadLetter.FROM, "");
            if (of.stream().anyMatch(from::startsWith)) {
                counts.merge(letter.kind(), 1, Integer::sum);
            }
        });
        return counts;
    }
}
