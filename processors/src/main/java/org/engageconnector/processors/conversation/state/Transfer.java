package org.engageconnector.processors.conversation.state;

/** A single-step transfer and its command (T1). Plain data, open to the rules. */
public final class Transfer {

    public final int index;
    /** The leg that leaves, and when it did. */
    public final int leaving;

    public final long at;
    /** Where to, when the leaving DN said so. */
    public final String to;
    /** The destination is known only when the next leg starts: a route point, or nothing was said. */
    public final boolean waitsForNext;
    /** Which command of the leaving leg. */
    public final int n;
    /** The leg that is transferred. */
    public final int object;

    public EventType command;
    public int destination = Leg.NONE;
    public boolean ended;
    /** Where to is no DN of the switch. */
    public boolean outside;

    public Transfer(int index, int leaving, long at, String to, boolean waitsForNext, int n, int object) {
        this.index = index;
        this.leaving = leaving;
        this.at = at;
        this.to = to;
        this.waitsForNext = waitsForNext;
        this.n = n;
        this.object = object;
    }

    public boolean waitsForDestination() {
        return !ended && destination == Leg.NONE;
    }

    public Transfer copy() {
        Transfer copy = new Transfer(index, leaving, at, to, waitsForNext, n, object);
        copy.command = command;
        copy.destination = destination;
        copy.ended = ended;
        copy.outside = outside;
        return copy;
    }
}
