package com.genesyslab.platform.commons.threading;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.engageconnector.standin.Threads;

/** One daemon thread for all. */
public final class SingleThreadInvoker implements AsyncInvoker {

    private final ExecutorService executor;

    public SingleThreadInvoker(String name) {
        executor = Executors.newSingleThreadExecutor(task -> Threads.daemon(name, task));
    }

    @Override
    public void invoke(Runnable task) {
        executor.execute(task);
    }

    @Override
    public void dispose() {
        executor.shutdown();
    }
}
