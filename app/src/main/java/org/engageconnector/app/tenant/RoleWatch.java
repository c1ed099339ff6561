package org.engageconnector.app.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one role tells the others: answers questions twice a second and publishes once a second, on a thread of its own. While
 * Redis is away nothing is told.
 */
public final class RoleWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoleWatch.class);
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_PER_PUBLISHING = 2;

    private final Questions questions;
    private final List<Runnable> publishing = new CopyOnWriteArrayList<>();
    private final List<Questions.Answerer> answerers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread;
    private long looks;

    public RoleWatch(RedisConnection redis, String role) {
        this.questions = new Questions(redis, role + " " + redis.instance(), this::answer);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, role + "-watch");
            made.setDaemon(true);
            return made;
        });
    }

    public RoleWatch start() {
        thread.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard("role-watch", this::look),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
        return this;
    }

    public Questions questions() {
        return questions;
    }

    /** Runs once a second; may throw what the Redis client throws. */
    public void publish(Runnable action) {
        publishing.add(action);
    }

    public void answerWith(Questions.Answerer answerer) {
        answerers.add(answerer);
    }

    private Optional<Object> answer(String kind, List<String> words) {
        return answerers.stream()
                .map(one -> one.answer(kind, words))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void look() {
        List<Runnable> now = new ArrayList<>(List.of(questions::look));
        if (++looks % LOOKS_PER_PUBLISHING == 0) {
            now.addAll(publishing);
        }
        for (Runnable one : now) {
            try {
                one.run();
            } catch (RuntimeException e) {
                LOG.debug("the console is told nothing at the moment: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
