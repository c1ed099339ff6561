package org.engageconnector.robustness.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConstantPoolTest {

    /** Asks for the time of day in every way that is turned. */
    public static final class Asks implements Supplier<long[]> {
        @Override
        public long[] get() {
            Supplier<Instant> reference = Instant::now;
            return new long[] {
                System.currentTimeMillis(),
                Instant.now().toEpochMilli(),
                reference.get().toEpochMilli()
            };
        }
    }

    /** Never asks. */
    private static final class Silent {}

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    @Timeout(30)
    void a_changed_class_lives_in_another_hour(@TempDir Path folder) throws Exception {
        Path offset = Files.writeString(folder.resolve("offset"), "3600000");
        SteppedClock.follow(offset);
        byte[] changed = new ConstantPool(classFile(Asks.class)).withSteppedClock();
        Class<?> type = new ClassLoader(getClass().getClassLoader()) {
            Class<?> define() {
                return defineClass(Asks.class.getName(), changed, 0, changed.length);
            }
        }.define();
        @SuppressWarnings("unchecked")
        Supplier<long[]> asks = (Supplier<long[]>) type.getDeclaredConstructor().newInstance();

        while (asks.get()[0] < System.currentTimeMillis() + 3_500_000) {
            Thread.onSpinWait();
        }
        assertThat(Arrays.stream(asks.get()).boxed()).allMatch(time -> time > System.currentTimeMillis() + 3_500_000);
    }

    @Test
    void a_class_that_never_asks_for_the_time_stays_as_it_is() throws IOException {
        assertThat(new ConstantPool(classFile(Silent.class)).withSteppedClock()).isNull();
    }
}
