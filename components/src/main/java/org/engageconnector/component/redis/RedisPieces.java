package org.engageconnector.component.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.MapScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what may be large in bounded steps, so that it takes no time from what others ask of Redis meanwhile. */
public final class RedisPieces {

    private static final int FIELDS = 200;

    private RedisPieces() {}

    /** A whole hash: all fields that are there throughout; one that changes the while may be as it was, as it is, or left out. */
    public static Map<String, byte[]> hash(RedisConnection redis, String key) {
        Map<String, byte[]> all = new HashMap<>();
        ScanCursor at = ScanCursor.INITIAL;
        do {
            ScanCursor from = at;
            MapScanCursor<String, byte[]> piece =
                    redis.call(commands -> commands.hscan(key, from, ScanArgs.Builder.limit(FIELDS)));
            all.putAll(piece.getMap());
            at = piece;
        } while (!at.isFinished());
        return all;
    }

    /**
     * The keys that match a pattern, some at a time; one may come twice.
     *
     * @param about how many keys of the whole Redis are looked at for a page
     */
    public static void keys(RedisConnection redis, String pattern, int about, Consumer<List<String>> page) {
        ScanArgs arguments = ScanArgs.Builder.matches(pattern).limit(about);
        ScanCursor at = ScanCursor.INITIAL;
        do {
            ScanCursor from = at;
            KeyScanCursor<String> piece = redis.call(commands -> commands.scan(from, arguments));
            page.accept(piece.getKeys());
            at = piece;
        } while (!at.isFinished());
    }
}
