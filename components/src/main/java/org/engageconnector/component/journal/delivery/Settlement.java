package org.engageconnector.component.journal.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.engageconnector.background.BackOff;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.DeliveryStoppedException;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries verdicts out: first in Redis, by one script, then in memory. Two things go ahead of the script: which entries were
 * accepted is remembered at once, so that they are not sent again when Redis does not answer, and so is the last accepted
 * position of a key that has dead letters. Called by the threads of the pool.
 */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    /** How long the events of a key rest that Genesys Cloud asked to have again. */
    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1), 0, 0.2, Math::random);

    private final Outbox outbox;
    private final FailureMeters meters;

    Settlement(Outbox outbox, FailureMeters meters) {
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Settles a request whose route has ended; {@code failure} is null when it ended well. */
    void settle(String id, Request request, Exception failure) {
        Verdict verdict = failure == null ? request.verdict : ofFailure(request, failure);
        if (verdict == null) {
            LOG.error("The route of {} ended without a verdict: its bean deliveryAnswer is missing", request.journal());
            verdict = new Verdict.Again("route", true);
        }
        Confirmation edit = outbox.journal.confirm().answered(id);
        if (verdict instanceof Verdict.Each each) {
            settle(request, each, edit);
        } else if (verdict instanceof Verdict.Stop stop) {
            stop(request, stop.message(), edit);
        } else {
            edit.commit();
            boolean backOff = verdict instanceof Verdict.Again again && again.backOff();
            boolean split = verdict instanceof Verdict.Split;
            outbox.locked(() -> {
                if (backOff) {
                    outbox.path(request.path()).failed(System.nanoTime());
                } else if (split) {
                    outbox.backlog.split(request.original, request.batch.items());
                    request.splitUp = true;
                }
            });
        }
    }

    private void settle(Request request, Verdict.Each each, Confirmation edit) {
        if (request.appends.size() < each.refused().size()) {
            LOG.error("The route of {} does not send refused events to redis-journal:dead-letters", request.journal());
            edit.commit();
            outbox.locked(() -> outbox.path(request.path()).failed(System.nanoTime()));
            return;
        }
        Map<String, String> newLegs = new HashMap<>();
        for (JournalEntry entry : each.accepted()) {
            edit.accepted(entry);
            noteAccepted(edit, entry);
        }
        for (Verdict.Refusal refusal : each.refused()) {
            edit.refused(refusal.entry());
            Grave.note(outbox, edit, refusal.entry(), newLegs);
        }
        request.appends.forEach(append -> edit.append(append.journal(), append.entry()));
        outbox.locked(() -> each.accepted().forEach(entry -> outbox.settled(request.item(entry))));
        try {
            edit.commit();
        } catch (JournalFullException e) {
            deadLettersFull(request, e.getMessage());
            return;
        }
        request.afterCommit.forEach(Runnable::run);
        outbox.locked(() -> inMemory(request, each, newLegs));
    }

    private void inMemory(Request request, Verdict.Each each, Map<String, String> newLegs) {
        long now = System.nanoTime();
        PathState path = outbox.path(request.path());
        if (path.works()) {
            LOG.info("Delivery of {} works again", request.path());
        }
        if (each.refused().isEmpty()) {
            path.poison.answered(now, each.accepted().size());
        }
        outbox.backlog.remove(each.accepted().stream().map(request::item).toList());
        for (JournalEntry entry : each.accepted()) {
            KeyQueue queue = outbox.backlog.queue(entry.key());
            if (queue != null) {
                queue.refusals = 0;
            }
        }
        outbox.backlog.remove(each.refused().stream()
                .map(refusal -> request.item(refusal.entry()))
                .toList());
        each.refused().forEach(refusal -> outbox.settled(request.item(refusal.entry())));
        newLegs.forEach((leg, key) -> outbox.legs.add(key, leg));
        each.retry().stream().map(refusal -> refusal.entry().key()).distinct().forEach(key -> park(key, now));
    }

    private void park(String key, long now) {
        KeyQueue queue = outbox.backlog.queue(key);
        int refusals = queue == null ? 0 : queue.refusals;
        outbox.backlog.park(key, now + BACK_OFF.delay(refusals).toNanos());
        outbox.backlog.queue(key).refusals = refusals + 1;
    }

    private void noteAccepted(Confirmation edit, JournalEntry entry) {
        String last = outbox.locked(() -> outbox.watchedKeys.get(entry.key()));
        if (last != null && (last.isEmpty() || Position.of(last).compareTo(Position.of(entry.id())) < 0)) {
            outbox.locked(() -> outbox.watchedKeys.put(entry.key(), entry.id()));
            edit.note(DeadLetter.KEY_NOTE + entry.key(), new DatedNote(outbox.journal.time(), entry.id()).written());
        }
    }

    /** Nothing may be dropped: the path waits until somebody has made room. */
    private void deadLettersFull(Request request, String why) {
        Confirmation edit = outbox.journal.confirm();
        stop(request, why + "; see `dead-letters list`, then replay or drop", edit);
    }

    private void stop(Request request, String message, Confirmation edit) {
        PathState path = outbox.path(request.path());
        long nowMillis = outbox.journal.time();
        StoppedTime stopped = outbox.locked(() -> path.stoppedTime.with(
                nowMillis, nowMillis + outbox.options.tryStoppedEvery().toMillis()));
        edit.note("stopped:" + path.path.label(), stopped.text());
        edit.commit();
        outbox.locked(() -> {
            path.stoppedTime = stopped;
            if (path.stop(System.nanoTime(), nowMillis, message, request.objected)) {
                LOG.error(
                        "Delivery of {} is stopped: {}. Nothing is dropped; it is tried again every minute",
                        path.path,
                        message);
            }
        });
    }

    /**
     * Logs that a request is not settled, because its lease was lost. What this instance has read is given up by the
     * dispatcher, which sees the same.
     */
    void lost(Request request, LeaseLostException e) {
        LOG.warn(
                "{}: {} events stay unconfirmed: {}",
                request.journal(),
                request.entries().size(),
                e.getMessage());
    }

    private Verdict ofFailure(Request request, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeliveryStoppedException) {
                return new Verdict.Stop(cause.getMessage());
            }
        }
        String reason = reason(failure);
        meters.failed(request.path(), reason, request.entries().size());
        LOG.warn(
                "{}: {} events are sent again: {} ({})",
                request.path(),
                request.entries().size(),
                reason,
                describe(failure));
        return new Verdict.Again(reason, true);
    }

    private static String reason(Exception failure) {
        if (failure instanceof InterruptedIOException
                || failure.getClass().getSimpleName().contains("Cancel")) {
            return "timeout";
        }
        return failure instanceof IOException ? "connection" : "route";
    }

    /** Class and message; those of the HTTP client name hosts, never credentials or bodies. */
    private static String describe(Exception failure) {
        return failure instanceof IOException
                ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
                : failure.toString();
    }
}
