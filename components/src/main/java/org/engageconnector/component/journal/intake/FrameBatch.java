package org.engageconnector.component.journal.intake;

import static org.engageconnector.component.journal.stream.EntryFields.bytes;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisKeys;

/** A list of frames as append.lua wants it. Built and used by one thread. */
final class FrameBatch {

    private static final byte[] NEVER = bytes("0");
    private static final byte[] NOTHING = new byte[0];
    private static final long MOST_MARKS = 10_000;
    private static final long MARKS_SECONDS = 900;
    private static final int BLOCK_BITS = 16;

    private final RedisKeys keys;
    private final Partition partition;
    private final Map<String, byte[]> numbers = new LinkedHashMap<>();
    private final Map<String, ServerRun> runs = new LinkedHashMap<>();
    private final Map<String, byte[]> marks = new LinkedHashMap<>();
    private final Map<EntryTemplate, byte[]> templates = new IdentityHashMap<>();
    private final List<EntryTemplate> templateOrder = new ArrayList<>();
    private final List<byte[]> entries;
    private ServerRun run;
    private long block = -1;
    private byte[] blockKey = NOTHING;
    private long size;

    FrameBatch(RedisKeys keys, Partition partition, List<MarkedFrame> frames, HighestNumbers highest) {
        this.keys = keys;
        this.partition = partition;
        this.entries = new ArrayList<>(4 * frames.size());
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
        List<byte[]> arguments = new ArrayList<>(64 + entries.size());
        arguments.add(bytes(partition.journal()));
        arguments.add(bytes(partition.name()));
        arguments.add(number(size));
        arguments.add(number(limit));
        arguments.add(number(runs.size()));
        runs.forEach((name, each) -> {
            arguments.add(key(keys.highest(name)));
            arguments.add(orNothing(each.known()));
            arguments.add(orNothing(each.lowestMarked()));
            arguments.add(orNothing(each.highestMarked()));
            arguments.add(number(each.someFar() ? 1 : 0));
        });
        arguments.add(number(marks.size()));
        arguments.addAll(marks.values());
        arguments.add(number(MOST_MARKS));
        arguments.add(number(MARKS_SECONDS));
        arguments.add(number(templateOrder.size()));
        templateOrder.forEach(template -> {
            arguments.add(number(template.fields().size()));
            arguments.add(number(template.size()));
            arguments.addAll(template.fields());
        });
        arguments.addAll(entries);
        return arguments;
    }

    private void add(MarkedFrame frame, HighestNumbers highest) {
        size += frame.size();
        entries.add(template(frame.template()));
        if (!frame.deduplicated()) {
            entries.add(NEVER);
            entries.add(NOTHING);
        } else if (frame.number() >= 0 && run(frame, highest).marks(frame.number())) {
            entries.add(blockKey(frame.number() >>> BLOCK_BITS));
            entries.add(number(frame.number() & 0xFFFF));
        } else {
            String set = keys.marks(frame.server(), frame.member());
            byte[] key = key(set);
            marks.put(set, key);
            entries.add(key);
            entries.add(EventIdentity.hash(frame.body()));
        }
        entries.add(frame.body());
    }

    private ServerRun run(MarkedFrame frame, HighestNumbers highest) {
        if (run == null || !run.name().equals(frame.run())) {
            run = runs.computeIfAbsent(frame.run(), name -> {
                key(keys.highest(name));
                return new ServerRun(name, highest.of(name));
            });
            block = -1;
        }
        return run;
    }

    private byte[] blockKey(long wanted) {
        if (wanted != block) {
            block = wanted;
            blockKey = key(keys.seen(run.name(), wanted));
        }
        return blockKey;
    }

    private byte[] template(EntryTemplate template) {
        return templates.computeIfAbsent(template, unused -> {
            templateOrder.add(template);
            return number(templateOrder.size());
        });
    }

    private byte[] key(String name) {
        return numbers.computeIfAbsent(name, unused -> number(numbers.size() + 1));
    }

    private static byte[] number(long number) {
        return bytes(Long.toString(number));
    }

    private static byte[] orNothing(long number) {
        return number < 0 ? NOTHING : number(number);
    }
}
