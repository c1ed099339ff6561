package com.genesyslab.platform.commons;

import java.util.concurrent.TimeUnit;
import org.engageconnector.standin.Threads;

/** Waits until the library's threads are gone. */
public final class PSDKRuntime {

    private PSDKRuntime() {}

    public static boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        return Threads.awaitNone(unit.toMillis(time));
    }
}
