package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryWatchTest {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final MemoryDirectory directory = new MemoryDirectory();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @AfterEach
    void end() {
        thread.shutdownNow();
    }

    @Test
    void nothingIsToldBeforeTheFirstSyncAndThenEachChangeOnce() {
        try (DirectoryWatch<String> watch = watch()) {
            await().during(Duration.ofMillis(100)).until(seen::isEmpty);
            directory.agents("E1");
            await().until(() -> seen.equals(List.of("E1")));
            directory.agents("E1");
            await().during(Duration.ofMillis(100)).until(() -> seen.equals(List.of("E1")));
            directory.agents("E1", "E2");
            await().until(() -> seen.equals(List.of("E1", "E1,E2")));
        }
    }

    @Test
    void whileTheDirectoryIsAwayWhatWasReadStaysAndItIsLookedAtAgain() {
        directory.agents("E1");
        try (DirectoryWatch<String> watch = watch()) {
            await().until(() -> seen.equals(List.of("E1")));
            away = true;
            directory.agents("E2");
            await().during(Duration.ofMillis(100)).until(() -> seen.equals(List.of("E1")));
            away = false;
            await().until(() -> seen.equals(List.of("E1", "E2")));
        }
    }

    @Test
    void aClosedWatchTellsNothingMore() {
        directory.agents("E1");
        DirectoryWatch<String> watch = watch();
        await().until(() -> seen.equals(List.of("E1")));
        watch.close();
        directory.agents("E2");
        await().during(Duration.ofMillis(100)).until(() -> seen.equals(List.of("E1")));
        assertThat(thread.isShutdown()).isFalse();
    }

    private DirectoryWatch<String> watch() {
        return new DirectoryWatch<>(directory, this::employees, seen::add, thread, 10);
    }

    private String employees(Directory from) {
        if (away) {
            throw new IllegalStateException("Redis is away");
        }
        return from.agents().stream().map(Agent::employeeId).collect(Collectors.joining(","));
    }
}
