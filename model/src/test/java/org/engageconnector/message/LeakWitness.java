package org.engageconnector.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Netty's leak detector, which a test can ask: Netty's own only writes to the log. The build makes it the detector of all
 * buffers, at its paranoid level (components/pom.xml).
 */
public final class LeakWitness<T> extends ResourceLeakDetector<T> {

    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
    private static final int SENTINEL_BYTES = 7;

    /** As Netty makes it, by name. */
    public LeakWitness(Class<?> resource, int samplingInterval) {
        super(resource, samplingInterval);
    }

    /** Netty looks for this one too and complains of its absence; the limit has no meaning any more. */
    public LeakWitness(Class<?> resource, int samplingInterval, long unused) {
        this(resource, samplingInterval);
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resource, String records) {
        LEAKS.add(resource + records);
    }

    @Override
    protected void reportUntracedLeak(String resource) {
        LEAKS.add(resource);
    }

    /**
     * Fails when a buffer was thrown away without having been released. To know that the detector has looked at everything, it
     * loses one itself and waits until that one is found.
     */
    public static void assertNothingLeaked() {
        lose();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            PooledByteBufAllocator.DEFAULT.directBuffer().release();
            return LEAKS.stream().anyMatch(LeakWitness::isOurs);
        });
        assertThat(LEAKS)
                .filteredOn(leak -> !isOurs(leak))
                .as("buffers that leaked")
                .isEmpty();
    }

    private static boolean isOurs(String leak) {
        return leak.contains(LeakWitness.class.getName() + ".lose");
    }

    private static void lose() {
        ByteBuf lost = PooledByteBufAllocator.DEFAULT.directBuffer(SENTINEL_BYTES);
        lost.touch();
    }
}
