package org.engageconnector.component.journal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.intake.FamilyQueue.Timed;

/**
 * Merges what the families of one pair have waiting, by event time, each family's order kept (docs/call-rules.md#clock).
 * While a backlog is worked off, nothing is let out that a family which still has frames behind could yet overtake:
 * a family that was behind and whose frames have all gone is given a moment to bring its next ones. Not thread-safe.
 */
final class FamilyMerge {

    private static final long BACKLOG_NANOS = 500_000_000;
    private static final long NEXT_LIST_NANOS = 500_000_000;

    private final Map<String, FamilyQueue> queues = new HashMap<>();
    private final Map<String, Long> expectedUntil = new HashMap<>();

    void add(Submission submission) {
        expectedUntil.remove(submission.family());
        queues.computeIfAbsent(submission.family(), name -> new FamilyQueue()).add(submission);
    }

    /** Takes a list back that could not be appended; its family will come again with it. */
    void remove(Submission submission, long expectNanos) {
        queues.get(submission.family()).remove(submission);
        expectedUntil.put(submission.family(), System.nanoTime() + expectNanos);
    }

    boolean isEmpty() {
        return queues.values().stream().allMatch(FamilyQueue::isEmpty);
    }

    /** How long to wait for a family that is behind, nanoseconds; 0 or less when nobody is waited for. */
    long waitNanos() {
        long now = System.nanoTime();
        expectedUntil.values().removeIf(until -> until <= now);
        return expectedUntil.values().stream()
                .mapToLong(until -> until - now)
                .max()
                .orElse(0);
    }

    /** The next frames to append, at most so many and about so many bytes. */
    List<Timed> take(int most, int bytes) {
        boolean backlog = backlog();
        long horizon = backlog ? horizon() : Long.MAX_VALUE;
        List<Timed> taken = new ArrayList<>();
        int size = 0;
        while (taken.size() < most && size < bytes) {
            FamilyQueue next = earliest();
            if (next == null || next.first().time() > horizon) {
                break;
            }
            Timed timed = next.take();
            taken.add(timed);
            size += timed.frame().bytes().length;
            if (next.isEmpty() && waited(timed)) {
                expectedUntil.put(timed.frame().family(), System.nanoTime() + NEXT_LIST_NANOS);
            }
        }
        return taken;
    }

    /** Returns frames that were taken and could not be appended, to where they were. */
    void putBack(List<Timed> batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            queues.get(batch.get(i).frame().family()).putBack(batch.get(i));
            expectedUntil.remove(batch.get(i).frame().family());
        }
    }

    /** The families of these frames have been told that they are written: from now on they may bring more. */
    void written(List<Timed> batch) {
        long until = System.nanoTime() + NEXT_LIST_NANOS;
        batch.forEach(timed -> expectedUntil.computeIfPresent(timed.frame().family(), (family, before) -> until));
    }

    private boolean backlog() {
        return queues.values().stream().anyMatch(queue -> !queue.isEmpty() && waited(queue.first()));
    }

    private static boolean waited(Timed timed) {
        return System.nanoTime() - timed.frame().arrivedAt() > BACKLOG_NANOS;
    }

    private long horizon() {
        return queues.values().stream()
                .filter(queue -> !queue.isEmpty())
                .mapToLong(FamilyQueue::lastTime)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private FamilyQueue earliest() {
        FamilyQueue earliest = null;
        for (FamilyQueue queue : queues.values()) {
            if (!queue.isEmpty()
                    && (earliest == null
                            || queue.first().time() < earliest.first().time())) {
                earliest = queue;
            }
        }
        return earliest;
    }
}
