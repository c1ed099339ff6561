package org.engageconnector.benchmarks.delivery;

/** Somebody who has a backlog of events for one server and sends it until closed. */
interface BacklogSender extends AutoCloseable {

    /** Begins to send. */
    void start() throws Exception;

    @Override
    void close() throws Exception;
}
