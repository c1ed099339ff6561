package org.engageconnector.component.journal.stream;

import static org.engageconnector.component.journal.stream.EntryFields.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.component.redis.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what a journal costs in Redis and writes it beside the journal's count, where the scripts that append look. A
 * count alone is off by up to two: a stream's node has room of its own, which differs between versions, and one entry that
 * stays keeps its whole node. Used by one thread.
 */
public final class TrueMemory {

    private static final Logger LOG = LoggerFactory.getLogger(TrueMemory.class);
    private static final Script SCRIPT = Script.beside(TrueMemory.class, "memory.lua");

    /** What a journal costs by the last measure, for the scripts that append: they stand behind it. */
    public static final Script COST = Script.beside(TrueMemory.class, "cost.lua");

    private static final String REAL = "real:";
    private static final String AT = "at:";
    private static final int WORST = 2;

    /** What the sampling and the tree's own nodes may be off by: better full a little early. */
    private static final double MARGIN = 1.03;

    private final RedisConnection redis;
    private boolean saidDenied;

    public TrueMemory(RedisConnection redis) {
        this.redis = redis;
    }

    /**
     * What a journal costs, in bytes; the next appends are judged by it.
     *
     * @param streams the keys of its streams
     */
    public long measure(String journal, List<String> streams) {
        List<String> keys = new ArrayList<>();
        keys.add(redis.keys().bytes());
        keys.addAll(streams);
        keys.add(redis.keys().parked(journal));
        List<Object> answer;
        try {
            answer = redis.call(SCRIPT, keys, List.of(bytes(journal)));
        } catch (RedisUnavailableException e) {
            if (e.refused() && redis.available()) {
                return unmeasured(journal, e);
            }
            throw e;
        }
        long count = (Long) answer.get(0);
        NodeCost cost = NodeCost.of(redis.report());
        long real = 0;
        for (int i = 1; i + 2 < answer.size(); i += 3) {
            real += cost.bytes((Long) answer.get(i), (Long) answer.get(i + 1), (Long) answer.get(i + 2));
        }
        long measured = Math.round(real * MARGIN);
        redis.call(commands -> commands.hset(
                redis.keys().bytes(),
                Map.of(REAL + journal, bytes(Long.toString(measured)), AT + journal, bytes(Long.toString(count)))));
        return Math.max(count * 4 / 5, measured);
    }

    private long unmeasured(String journal, RedisUnavailableException why) {
        if (!saidDenied) {
            saidDenied = true;
            LOG.warn(
                    "Redis does not tell what journals cost ({}): each counts twice its content; allow the user +memory|usage"
                            + " (Redis 6.2: +memory) and +xinfo",
                    why.getMessage());
        }
        redis.call(commands -> commands.hdel(redis.keys().bytes(), REAL + journal, AT + journal));
        byte[] count = redis.call(commands -> commands.hget(redis.keys().bytes(), journal));
        return count == null ? 0 : WORST * Long.parseLong(EntryFields.text(count));
    }
}
