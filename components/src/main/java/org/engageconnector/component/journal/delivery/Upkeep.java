package org.engageconnector.component.journal.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Taking over from an earlier owner, and what has to be looked after every second. The dispatcher's thread. */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long SECOND = 1_000_000_000L;

    private final Outbox outbox;
    private final Throttle throttle;
    private final Mover mover;
    private long lastOwnership = -1;
    private long lastRun;

    Upkeep(Outbox outbox, Throttle throttle, Mover mover) {
        this.outbox = outbox;
        this.throttle = throttle;
        this.mover = mover;
    }

    /** Makes sure that everything is known under this ownership; false when it cannot begin yet. */
    boolean ready(long ownership) {
        boolean begun = outbox.locked(() -> outbox.ownership == ownership);
        if (begun) {
            return true;
        }
        boolean busy = outbox.locked(() -> {
            outbox.reset();
            return outbox.requests > 0;
        });
        if (busy) {
            // requests of the ownership before are settled first
            return false;
        }
        Map<String, String> inFlight = new HashMap<>();
        outbox.journal.inFlight().forEach((id, text) -> inFlight.put(id, new String(text, StandardCharsets.US_ASCII)));
        String recent = inFlight.remove(InFlight.RECENT);
        long now = outbox.journal.time();
        boolean mayStillArrive = inFlight.entrySet().stream()
                .anyMatch(each -> outbox.journal
                        .record(each.getKey(), each.getValue())
                        .filter(record -> record.deadline() > now)
                        .isPresent());
        if (mayStillArrive) {
            return false;
        }
        begin(ownership, inFlight, recent, now);
        return true;
    }

    private void begin(long ownership, Map<String, String> inFlight, String recent, long now) {
        Map<String, String> notes = outbox.journal.notes();
        Confirmation edit = outbox.journal.confirm();
        inFlight.keySet().forEach(edit::answered);
        forgetOld(notes, edit, now);
        edit.commit();
        if (ownership != lastOwnership + 1) {
            // somebody else sent on this token meanwhile; what we sent ourselves, the throttle knows
            throttle.usedBefore(outbox.inFlight.takeOver(recent, now));
        }
        lastOwnership = ownership;
        outbox.locked(() -> {
            outbox.watchedKeys.clear();
            notes.forEach((field, value) -> {
                if (field.startsWith(DeadLetter.KEY_NOTE)) {
                    outbox.watchedKeys.put(
                            field.substring(DeadLetter.KEY_NOTE.length()),
                            DatedNote.parse(value).text());
                }
            });
            outbox.legs.load(notes);
            outbox.paths
                    .values()
                    .forEach(path -> path.stoppedTime = StoppedTime.parse(notes.get("stopped:" + path.path.label())));
            outbox.ownership = ownership;
            outbox.signal();
        });
        lastRun = System.nanoTime() - SECOND;
        LOG.info(
                "Delivering {} (ownership {}, {} requests were in flight)",
                outbox.journal.name(),
                ownership,
                inFlight.size());
    }

    private static void forgetOld(Map<String, String> notes, Confirmation edit, long now) {
        notes.entrySet().removeIf(note -> {
            boolean dated = note.getKey().startsWith(DeadLetter.KEY_NOTE)
                    || note.getKey().startsWith(DeadLetter.LEG_NOTE);
            boolean over = dated && DatedNote.parse(note.getValue()).isOver(now);
            if (over) {
                edit.note(note.getKey(), null);
            }
            return over;
        });
    }

    /** Every round; most of it once a second. */
    void run() {
        mover.moveFollowers();
        long now = System.nanoTime();
        if (now - lastRun < SECOND) {
            return;
        }
        lastRun = now;
        takeReplayed();
        mover.moveTooOld();
        outbox.locked(() -> outbox.paths.values().stream()
                .filter(PathState::isStopped)
                .forEach(path -> outbox.backlog.shed(path.path)));
    }

    /** Takes in what a replay has laid aside, after it is known which legs the replay brought back. */
    private void takeReplayed() {
        long additions = outbox.locked(() -> outbox.legs.additions);
        List<String> ids = outbox.journal.parkedIds();
        Map<String, String> notes = new HashMap<>(outbox.journal.notes());
        outbox.locked(() -> {
            if (outbox.legs.additions == additions) {
                outbox.legs.load(notes);
            }
        });
        List<JournalEntry> entries = new ArrayList<>();
        for (String id : ids) {
            if (!outbox.locked(() -> outbox.aside.contains(id))) {
                JournalEntry entry = outbox.journal.entry(id, true);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        outbox.locked(() -> outbox.add(entries, true));
    }
}
