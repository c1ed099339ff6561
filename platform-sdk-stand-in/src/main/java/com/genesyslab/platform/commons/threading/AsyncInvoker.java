package com.genesyslab.platform.commons.threading;

/** Runs what the library must not run on a thread of its own. */
public interface AsyncInvoker {

    void invoke(Runnable task);

    void dispose();
}
