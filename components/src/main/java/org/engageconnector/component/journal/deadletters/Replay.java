package org.engageconnector.component.journal.deadletters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.EntryOrder;
import org.engageconnector.component.journal.stream.EstablishedLeg;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;

/**
 * Brings dead letters back to where they came from. An event for Genesys Cloud goes to the parked list of its journal, under
 * the id it had, and so before what came after it; an Engage event is appended to its partition again.
 */
final class Replay {

    /** Headers that tell of a stay in the dead letters which is over; the errors are kept. */
    private static final List<String> OVER = List.of(
            DeadLetter.FROM,
            DeadLetter.POSITION,
            DeadLetter.ATTEMPTS,
            DeadLetter.REFUSED_AT,
            DeadLetter.STATUS,
            DeadLetter.CORRELATION_ID,
            DeadLetter.FOLLOWS);

    private final RedisConnection redis;
    private final Map<String, Map<String, byte[]>> notes = new HashMap<>();

    Replay(RedisConnection redis) {
        this.redis = redis;
    }

    /** All of them in one script. Returns how many had a way back. */
    int of(List<JournalEntry> letters) {
        Change change = new Change(redis.keys());
        int replayed = 0;
        for (JournalEntry letter : letters) {
            String journal = letter.headers().get(DeadLetter.FROM);
            if (journal == null) {
                continue;
            }
            change.delete(DeadLetter.JOURNAL, letter);
            String position = letter.headers().get(DeadLetter.POSITION);
            if (position != null) {
                park(change, journal, position, letter);
            } else {
                append(change, journal, letter);
            }
            replayed++;
        }
        if (replayed > 0) {
            Lease.commitFreely(redis, change);
        }
        return replayed;
    }

    private void park(Change change, String journal, String position, JournalEntry letter) {
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.keySet().removeAll(OVER);
        headers.put(DeadLetter.REPLAYED_AT, Long.toString(redis.time()));
        if (late(journal, position, letter.key())) {
            headers.put(DeadLetter.LATE, "true");
        }
        change.park(journal, new JournalEntry(position, letter.key(), letter.kind(), headers, letter.body()));
        String leg = EstablishedLeg.of(letter);
        if (leg != null) {
            change.set(redis.keys().notes(journal), DeadLetter.LEG_NOTE + leg, null);
        }
    }

    private boolean late(String journal, String position, String key) {
        byte[] last = notes.computeIfAbsent(
                        journal,
                        name -> redis.call(
                                commands -> commands.hgetall(redis.keys().notes(name))))
                .get(DeadLetter.KEY_NOTE + key);
        String accepted =
                last == null ? "" : DatedNote.parse(EntryFields.text(last)).text();
        return !accepted.isEmpty() && EntryOrder.BY_ID.compare(accepted, position) > 0;
    }

    private static void append(Change change, String journal, JournalEntry letter) {
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.keySet().removeAll(OVER);
        String partition = headers.remove(DeadLetter.PARTITION);
        headers.remove(DeadLetter.APPENDED_AT);
        headers.remove(DeadLetter.ERROR);
        change.append(
                new Partition(journal, partition == null ? journal : partition),
                new NewEntry(letter.key(), letter.kind(), headers, letter.body()));
    }
}
