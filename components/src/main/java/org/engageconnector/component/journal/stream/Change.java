package org.engageconnector.component.journal.stream;

import static org.engageconnector.component.journal.stream.EntryFields.bytes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;

/** What one script is to change, all of it or nothing (commit.lua). Built by one thread, used once. */
public final class Change {

    private static final int FIXED_KEYS = 3;

    private final RedisKeys keys;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Long> added = new LinkedHashMap<>();
    private final List<byte[]> changes = new ArrayList<>();
    private String input = "";
    private String firstOfInput = "";

    public Change(RedisKeys keys) {
        this.keys = keys;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Appends to a journal of one partition. */
    public Change append(String journal, NewEntry entry) {
        return append(new Partition(journal, journal), entry);
    }

    /** Appends to a partition of a journal; it counts as the journal's. */
    public Change append(Partition partition, NewEntry entry) {
        long size = EntryFields.size(entry);
        List<byte[]> fields = EntryFields.of(entry);
        String key = keys.journal(partition.fullName());
        add("A", key, partition.journal(), Long.toString(size), Integer.toString(fields.size()));
        changes.addAll(fields);
        added.merge(partition.journal(), size, Long::sum);
        return this;
    }

    public Change delete(String journal, JournalEntry entry) {
        return add("D", keys.journal(journal), journal, Long.toString(EntryFields.size(entry)), entry.id());
    }

    /** Deletes these entries of a partition, which must be its oldest ones. */
    public Change trim(Partition partition, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        long size = entries.stream().mapToLong(EntryFields::size).sum();
        input = keys.journal(partition.fullName());
        firstOfInput = entries.get(0).id();
        add("T", input, partition.journal(), Long.toString(size), Integer.toString(entries.size()));
        entries.forEach(entry -> changes.add(bytes(entry.id())));
        return this;
    }

    /** Sets a field of a hash; {@code null} removes it. */
    public Change set(String key, String field, byte[] value) {
        if (value == null) {
            return add("R", key, field);
        }
        add("S", key, field);
        changes.add(value);
        return this;
    }

    /** Puts an entry on the parked list of a journal, under the id it has or had there; it counts as the journal's. */
    public Change park(String journal, JournalEntry entry) {
        add("P", keys.parked(journal), journal, Long.toString(EntryFields.size(entry)), entry.id());
        changes.add(EntryFields.pack(entry));
        return this;
    }

    public Change deleteParked(String journal, JournalEntry entry) {
        return add("U", keys.parked(journal), journal, Long.toString(EntryFields.size(entry)), entry.id());
    }

    public List<String> keyNames(String lease) {
        List<String> names = new ArrayList<>(FIXED_KEYS + numbers.size());
        names.add(keys.lease(lease));
        names.add(keys.commits());
        names.add(keys.bytes());
        names.addAll(numbers.keySet());
        return names;
    }

    public List<byte[]> arguments(
            String leaseValue, String lease, String commitId, String commitBefore, JournalBounds bounds) {
        List<byte[]> arguments = new ArrayList<>(7 + 3 * added.size() + changes.size());
        arguments.add(bytes(leaseValue));
        arguments.add(bytes(lease));
        arguments.add(bytes(commitId));
        arguments.add(bytes(commitBefore));
        arguments.add(bytes(Integer.toString(numbers.getOrDefault(input, 0))));
        arguments.add(bytes(firstOfInput));
        arguments.add(bytes(Integer.toString(added.size())));
        added.forEach((journal, size) -> {
            arguments.add(bytes(journal));
            arguments.add(bytes(Long.toString(size)));
            arguments.add(bytes(Long.toString(bounds.limit(journal))));
        });
        arguments.addAll(changes);
        return arguments;
    }

    private Change add(String kind, String key, String... arguments) {
        int number = numbers.computeIfAbsent(key, unused -> FIXED_KEYS + 1 + numbers.size());
        changes.add(bytes(kind));
        changes.add(bytes(Integer.toString(number)));
        for (String argument : arguments) {
            changes.add(bytes(argument));
        }
        return this;
    }
}
