package org.engageconnector.processors.conversation.state;

/** What the rules remember of one call beside its legs. Plain data, open to the rules. */
public final class CallTrack {

    public final String call;
    /** When somebody hung up last, and how many parties were left then (docs/call-rules.md#who-hung-up). */
    public long hungUpAt = -1;

    public int leftBehind;
    public long deletedAt = -1;
    /** The call that took over (RefCallUUID). */
    public String mergedInto;

    public CallTrack(String call) {
        this.call = call;
    }

    public CallTrack copy() {
        CallTrack copy = new CallTrack(call);
        copy.hungUpAt = hungUpAt;
        copy.leftBehind = leftBehind;
        copy.deletedAt = deletedAt;
        copy.mergedInto = mergedInto;
        return copy;
    }
}
