package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.ArrayDeque;

/** A worker without a thread: whoever gives a task runs it, one after the other. */
final class InlineWorker implements Worker {

    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private boolean ending;

    @Override
    public void execute(Runnable task) {
        if (ending) {
            return;
        }
        tasks.add(task);
        if (!running) {
            running = true;
            for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
            }
            running = false;
        }
    }

    @Override
    public void interrupt() {}

    @Override
    public void end() {
        ending = true;
    }

    @Override
    public void endWithin(Duration time) {
        end();
    }

    @Override
    public boolean isOverrun() {
        return false;
    }
}
