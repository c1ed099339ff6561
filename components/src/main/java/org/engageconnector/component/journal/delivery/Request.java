package org.engageconnector.component.journal.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.engageconnector.journal.Delivery;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;
import org.engageconnector.journal.Verdict;

/** One request as its exchange sees it: a delivery, and a step that gathers what is to be appended with its confirmation. */
final class Request implements Delivery, Step {

    record Append(String journal, NewEntry entry) {}

    /** What was taken from the backlog; {@link #batch} is what of it is sent. */
    final Batch original;

    final Batch batch;
    final List<Append> appends = new ArrayList<>();
    final List<Runnable> afterCommit = new ArrayList<>();
    final Map<String, Item> items = new HashMap<>();
    Verdict verdict;

    /** Its refusals looked like a set-up that makes all events bad. */
    boolean objected;

    /** Its events are being sent in halves: its keys stay busy. */
    boolean splitUp;

    private final String journal;
    private final List<JournalEntry> entries;
    private final long startedAt;
    private final long deadline;
    private final long redisTime;
    private final long ownership;
    private final BiFunction<List<Verdict.Refusal>, Integer, String> objection;

    Request(
            String journal,
            Batch original,
            Batch batch,
            long startedAt,
            long deadline,
            long redisTime,
            long ownership,
            BiFunction<List<Verdict.Refusal>, Integer, String> objection) {
        this.journal = journal;
        this.original = original;
        this.batch = batch;
        this.entries = batch.items().stream().map(Item::entry).toList();
        batch.items().forEach(item -> items.put(item.position.toString(), item));
        this.startedAt = startedAt;
        this.deadline = deadline;
        this.redisTime = redisTime;
        this.ownership = ownership;
        this.objection = objection;
    }

    Item item(JournalEntry entry) {
        return items.get(entry.id());
    }

    @Override
    public DeliveryPath path() {
        return batch.path();
    }

    @Override
    public String journal() {
        return journal;
    }

    @Override
    public List<JournalEntry> entries() {
        return entries;
    }

    @Override
    public int attempts(JournalEntry entry) {
        return item(entry).attempts;
    }

    @Override
    public long startedAt() {
        return startedAt;
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public String objectionTo(List<Verdict.Refusal> refused, int answered) {
        String reason = objection.apply(refused, answered);
        objected = reason != null;
        return reason;
    }

    @Override
    public void decide(Verdict decided) {
        verdict = decided;
    }

    @Override
    public String partition() {
        return journal;
    }

    @Override
    public long redisTime() {
        return redisTime;
    }

    @Override
    public boolean drained() {
        return false;
    }

    @Override
    public long ownership() {
        return ownership;
    }

    @Override
    public Map<String, byte[]> states() {
        return Map.of();
    }

    @Override
    public void put(String key, byte[] state) {
        throw new UnsupportedOperationException("a delivery stores no state");
    }

    @Override
    public void append(String to, NewEntry entry) {
        appends.add(new Append(to, entry));
    }

    @Override
    public void onCommit(Runnable action) {
        afterCommit.add(action);
    }
}
