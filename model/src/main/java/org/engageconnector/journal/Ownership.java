package org.engageconnector.journal;

import java.util.Map;

/** Whether this instance owns something now, and what was committed under that ownership. Thread-safe. */
public interface Ownership {

    /** True while this instance holds the lease, judged by the local clock against the last renewal. */
    boolean held();

    /** Grows with every change of owner; what was remembered under another number is void. */
    long number();

    /** The committed states, read from Redis; throws {@link IllegalStateException} when Redis is away. */
    Map<String, byte[]> states();
}
