package org.engageconnector.component.journal.step;

import org.apache.camel.Exchange;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisConnection;

/** The route that handles the steps of a journal, as the owner of a partition sees it. Thread-safe. */
public interface StepRoute {

    RedisConnection redis();

    /** Most entries of one step. */
    int batchSize();

    /** Longest wait for entries before a step without any, in milliseconds. */
    long tick();

    /** True when every instance has appended again what a lost connection to Redis may have swallowed. */
    boolean settled(Partition partition);

    Exchange createExchange(boolean autoRelease);

    void releaseExchange(Exchange exchange, boolean autoRelease);

    /** Runs the route; its failure stays on the exchange. */
    void handle(Exchange exchange);

    /** Writes one line every few seconds at most. */
    void rareWarning(String text);

    /** False once the route is being stopped. */
    boolean isRunAllowed();
}
