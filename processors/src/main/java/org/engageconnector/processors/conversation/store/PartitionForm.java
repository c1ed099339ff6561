package org.engageconnector.processors.conversation.store;

import org.engageconnector.processors.conversation.state.PartitionState;

/** The stored form of what a partition remembers beside its conversations. New values go at the end. */
public final class PartitionForm {

    private static final int VERSION = 1;

    private PartitionForm() {}

    public static byte[] write(PartitionState state) {
        BlockWriter out = new BlockWriter();
        out.number(VERSION);
        int block = out.open();
        out.number(state.clock);
        out.number(state.newest);
        out.number(state.appendedAt);
        out.texts(state.sessions);
        out.number(state.startTime);
        out.flag(state.gap);
        out.number(state.reconnectedAt);
        out.number(state.confirmUntil);
        out.flag(state.callsMonitored);
        out.close(block);
        return out.bytes();
    }

    public static PartitionState read(byte[] bytes) {
        BlockReader whole = new BlockReader(bytes);
        whole.number();
        BlockReader in = whole.block();
        PartitionState state = new PartitionState();
        state.clock = in.number();
        state.newest = in.number();
        state.appendedAt = in.number();
        state.sessions.addAll(in.texts());
        state.startTime = in.number();
        state.gap = in.flag();
        state.reconnectedAt = in.number();
        state.confirmUntil = in.number();
        state.callsMonitored = in.flag();
        return state;
    }

    /** A time alone, such as a tombstone's. */
    public static byte[] time(long at) {
        BlockWriter out = new BlockWriter();
        out.number(at);
        return out.bytes();
    }

    public static long time(byte[] bytes) {
        return new BlockReader(bytes).number();
    }

    /** A text alone, such as the login code on a DN. */
    public static byte[] text(String text) {
        BlockWriter out = new BlockWriter();
        out.text(text);
        return out.bytes();
    }

    public static String text(byte[] bytes) {
        return new BlockReader(bytes).text();
    }
}
