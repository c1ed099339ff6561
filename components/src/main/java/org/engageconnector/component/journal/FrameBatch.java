package org.engageconnector.component.journal;

import static org.engageconnector.component.journal.EntryFields.bytes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.ReceivedFrame;

/** A list of frames as append.lua wants it. Built and used by one thread. */
final class FrameBatch {

    private static final byte[] NEVER = bytes("n");
    private static final byte[] BIT = bytes("b");
    private static final byte[] HASH = bytes("h");
    private static final long MOST_MARKS = 10_000;
    private static final long MARKS_SECONDS = 900;
    private static final int BLOCK_BITS = 16;

    private final RedisKeys keys;
    private final Partition partition;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, ServerRun> runs = new LinkedHashMap<>();
    private final Map<String, Integer> marks = new LinkedHashMap<>();
    private final Map<Long, byte[]> shortNumbers = new HashMap<>();
    private final List<byte[]> entries = new ArrayList<>();
    private long size;

    FrameBatch(RedisKeys keys, Partition partition, List<ReceivedFrame> frames, HighestNumbers highest) {
        this.keys = keys;
        this.partition = partition;
        key(keys.journal(partition.fullName()));
        key(keys.partitions(partition.journal()));
        key(keys.bytes());
        frames.forEach(frame -> add(frame, highest));
    }

    List<ServerRun> runs() {
        return List.copyOf(runs.values());
    }

    List<String> keyNames() {
        return List.copyOf(numbers.keySet());
    }

    List<byte[]> arguments(long limit) {
        List<byte[]> arguments = new ArrayList<>(16 + entries.size());
        arguments.add(bytes(partition.journal()));
        arguments.add(bytes(partition.name()));
        arguments.add(FrameWriter.number(size));
        arguments.add(FrameWriter.number(limit));
        arguments.add(FrameWriter.number(runs.size()));
        runs.forEach((name, run) -> {
            arguments.add(key(keys.highest(name)));
            arguments.add(orNothing(run.known()));
            arguments.add(orNothing(run.lowestMarked()));
            arguments.add(orNothing(run.highestMarked()));
            arguments.add(FrameWriter.number(run.someFar() ? 1 : 0));
        });
        arguments.add(FrameWriter.number(marks.size()));
        marks.values().forEach(number -> arguments.add(FrameWriter.number(number)));
        arguments.add(FrameWriter.number(MOST_MARKS));
        arguments.add(FrameWriter.number(MARKS_SECONDS));
        arguments.addAll(entries);
        return arguments;
    }

    private void add(ReceivedFrame frame, HighestNumbers highest) {
        if (EventIdentity.deduplicated(frame)) {
            mark(frame, highest);
        } else {
            entries.add(NEVER);
        }
        NewEntry entry = entry(frame);
        long bytes = EntryFields.size(entry);
        size += bytes;
        List<byte[]> fields = EntryFields.of(entry);
        entries.add(FrameWriter.number(bytes));
        entries.add(shortNumber(fields.size()));
        entries.addAll(fields);
    }

    private void mark(ReceivedFrame frame, HighestNumbers highest) {
        long number = EventIdentity.number(frame);
        if (number >= 0) {
            String name = keys.run(frame.server(), frame.member(), EventIdentity.startTime(frame));
            ServerRun run = runs.computeIfAbsent(name, unused -> {
                key(keys.highest(name));
                return new ServerRun(name, highest.of(name));
            });
            if (run.marks(number)) {
                entries.add(BIT);
                entries.add(key(keys.seen(name, number >>> BLOCK_BITS)));
                entries.add(FrameWriter.number(number & 0xFFFF));
                return;
            }
        }
        String set = keys.marks(frame.server(), frame.member());
        byte[] key = key(set);
        marks.put(set, numbers.get(set));
        entries.add(HASH);
        entries.add(key);
        entries.add(EventIdentity.hash(frame));
    }

    private static NewEntry entry(ReceivedFrame frame) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("member", frame.member());
        headers.put("instance", frame.instance());
        headers.put("startTime", Integer.toUnsignedString(frame.startTime()));
        return new NewEntry(
                frame.family(), frame.control() == null ? "frame" : frame.control(), headers, frame.bytes());
    }

    private byte[] key(String name) {
        return shortNumber(numbers.computeIfAbsent(name, unused -> numbers.size() + 1));
    }

    private byte[] shortNumber(long number) {
        return shortNumbers.computeIfAbsent(number, FrameWriter::number);
    }

    private static byte[] orNothing(long number) {
        return number < 0 ? new byte[0] : FrameWriter.number(number);
    }
}
