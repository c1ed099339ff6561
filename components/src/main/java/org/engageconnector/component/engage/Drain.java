package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.engageconnector.background.BackOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one connection: takes what its intake holds and hands it over, in order, one batch after the other. A batch
 * that is not taken comes again after a growing wait, for as long as it takes; nothing is dropped and nothing overtakes it.
 *
 * @param <T> what is handed over
 */
final class Drain<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long LOOK_MILLIS = 200;
    /** Short, because the journal merges the families of a pair after an outage and waits for each 1.5 s. */
    private static final BackOff BACK_OFF = BackOff.exact(Duration.ofMillis(50), Duration.ofSeconds(1));

    /** Hands a batch over; an exception means that it was not taken. */
    interface Taker<T> {
        void take(List<T> batch) throws Exception;
    }

    private final String name;
    private final Intake<T> intake;
    private final int batchSize;
    private final Taker<T> taker;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean finish;

    Drain(String name, Intake<T> intake, int batchSize, Taker<T> taker) {
        this.name = name;
        this.intake = intake;
        this.batchSize = batchSize;
        this.taker = taker;
    }

    /** No further batch. With {@code empty} what waits is handed over first, unless a batch is refused. */
    void stop(boolean empty) {
        finish = empty;
        stop.countDown();
    }

    /** @return whether the thread has ended in time */
    boolean await(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        int refusals = 0;
        try {
            while (goOn(refusals > 0)) {
                List<T> batch = intake.take(batchSize, LOOK_MILLIS);
                if (!batch.isEmpty()) {
                    refusals = handOver(batch, refusals) ? 0 : refusals + 1;
                }
                if (refusals > 0) {
                    stop.await(BACK_OFF.delay(refusals - 1).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            // the stop took too long; the batch stays in the intake
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private boolean goOn(boolean refused) {
        return stop.getCount() > 0 || finish && !refused && !intake.isEmpty();
    }

    /** @return whether the batch was taken */
    private boolean handOver(List<T> batch, int refusalsBefore) {
        try {
            taker.take(batch);
            intake.done();
            if (refusalsBefore > 0) {
                LOG.info("{}: handed over again after a pause", name);
            }
            return true;
        } catch (Exception e) {
            if (refusalsBefore == 0) {
                LOG.warn("{}: {} entries were not taken and are kept: {}", name, batch.size(), e.toString());
            }
            return false;
        }
    }
}
