package org.engageconnector.component.engage;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.engageconnector.transport.SessionThread;

/** An event loop, as the transports of other modules see it. */
record LoopThread(EventLoop loop) implements SessionThread {

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        Future<?> future = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public boolean isHere() {
        return loop.inEventLoop();
    }
}
