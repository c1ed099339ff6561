package org.engageconnector.processors.conversation.state;

/** A consult call inside its parent's conversation. Plain data, open to the rules. */
public final class Consult {

    public final String call;
    /** The DN that consults, and its leg in the main call. */
    public String initiator;

    public int initiating = Leg.NONE;
    public String dialed;
    public long startedAt;
    /** The leg that consultTransfer named, and the one that progressConsultTransfer named. */
    public int destination = Leg.NONE;

    /** The leg that is consulted about. */
    public int object = Leg.NONE;

    public boolean progressed;
    public boolean ended;
    /** Completed or conferenced: what is still said of this call is about the main call. */
    public boolean merged;
    /** The main call is over: both agents talk on in the consult call, which is no consult any more (E1). */
    public boolean alone;
    /** When the initiator left the consult call without a transfer. */
    public long leftAt = -1;

    public Consult(String call, long startedAt) {
        this.call = call;
        this.startedAt = startedAt;
    }

    public boolean open() {
        return !ended && !merged;
    }

    public boolean started() {
        return destination != Leg.NONE;
    }

    public Consult copy() {
        Consult copy = new Consult(call, startedAt);
        copy.initiator = initiator;
        copy.initiating = initiating;
        copy.dialed = dialed;
        copy.destination = destination;
        copy.object = object;
        copy.progressed = progressed;
        copy.ended = ended;
        copy.merged = merged;
        copy.alone = alone;
        copy.leftAt = leftAt;
        return copy;
    }
}
