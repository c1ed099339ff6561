package org.engageconnector.processors.conversation.state;

import java.util.Set;
import java.util.TreeSet;

/** What a partition remembers beside its conversations: the clock, and which sessions cover it. Plain data. */
public final class PartitionState {

    /** The largest event time, or as far as time was let pass; {@link Long#MIN_VALUE} before the first event. */
    public long clock = Long.MIN_VALUE;
    /** The largest event time. */
    public long newest = Long.MIN_VALUE;
    /** Redis' time at the append of the last entry. */
    public long appendedAt;

    /** Live sessions: {@code family instance member}. */
    public final Set<String> sessions = new TreeSet<>();
    /** There is or was call monitoring, which decides whether calls are covered. */
    public boolean callsMonitored;
    /** The server run that covers us; 0 when unknown. */
    public long startTime;
    /** Nobody listened for a while, or another server run took over: calls wait to be confirmed. */
    public boolean gap;
    /** When the first session came back. */
    public long reconnectedAt = -1;
    /** When what is not confirmed is lost; -1 while the resync goes on. */
    public long confirmUntil = -1;
}
