package org.engageconnector.processors.idmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryVersionTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong stored = new AtomicLong(1);
    private final AtomicLong questions = new AtomicLong();
    private boolean away;

    private final DirectoryVersion version = new DirectoryVersion(this::ask, now::get);

    @Test
    @DisplayName("within 50 ms Redis is asked once, then again")
    void asksRarely() {
        for (int step = 0; step < 5; step++) {
            assertThat(version.get()).isEqualTo(1);
            now.addAndGet(DirectoryVersion.KNOWN_NANOS / 5);
        }
        assertThat(questions).hasValue(1);

        stored.set(2);
        assertThat(version.get()).isEqualTo(2);
        assertThat(questions).hasValue(2);
    }

    @Test
    @DisplayName("when Redis is away that is said as soon as the last answer is too old, and each time")
    void saysThatRedisIsAway() {
        version.get();
        away = true;
        assertThat(version.get()).isEqualTo(1);
        now.addAndGet(DirectoryVersion.KNOWN_NANOS);
        assertThatThrownBy(version::get).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(version::get).isInstanceOf(IllegalStateException.class);
    }

    private long ask() {
        questions.incrementAndGet();
        if (away) {
            throw new IllegalStateException("Redis is away");
        }
        return stored.get();
    }
}
