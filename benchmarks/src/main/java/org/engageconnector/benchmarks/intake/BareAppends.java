package org.engageconnector.benchmarks.intake;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The yardstick: a plain Redis client that appends the same bytes to a stream, pipelined, and nothing else. */
final class BareAppends {

    private static final int OUTSTANDING = 2_000;

    private BareAppends() {}

    /** Appends so many frames and returns how many a second were confirmed. */
    static double perSecond(String url, int frames) throws InterruptedException {
        RedisClient client = RedisClient.create(url);
        try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
            NumberedFrame frame = new NumberedFrame();
            byte[] key = "bare".getBytes();
            byte[] field = "b".getBytes();
            Semaphore free = new Semaphore(OUTSTANDING);
            long start = System.nanoTime();
            for (int i = 0; i < frames; i++) {
                free.acquire();
                connection
                        .async()
                        .xadd(key, Map.of(field, frame.with(i)))
                        .whenComplete((id, failure) -> free.release());
            }
            free.acquire(OUTSTANDING);
            double seconds = (System.nanoTime() - start) / 1e9;
            connection.sync().del(key);
            return frames / seconds;
        } finally {
            client.shutdown();
        }
    }
}
