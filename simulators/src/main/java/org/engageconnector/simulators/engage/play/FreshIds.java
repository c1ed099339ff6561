package org.engageconnector.simulators.engage.play;

import java.util.Locale;

/** Ids that no other call has, also not one of another run. Not thread-safe. */
final class FreshIds {

    private static final int COUNTER_BITS = 22;

    private final String prefix;
    private final long connPrefix;
    private long next;
    private long nextConn;

    /** @param runMillis when the run began, in milliseconds since 1970: what keeps runs apart */
    FreshIds(long runMillis) {
        prefix = pad(Long.toString(runMillis, 36).toUpperCase(Locale.ROOT), 10);
        connPrefix = runMillis << COUNTER_BITS;
    }

    /** 32 upper-case characters, like a CallUUID, a PartyUUID or a VQID. */
    String uuid(char kind) {
        return prefix + "SIMULATOR" + kind + pad(Long.toString(++next, 36).toUpperCase(Locale.ROOT), 12);
    }

    /** 16 hexadecimal digits. */
    String connId() {
        return String.format("%016x", connPrefix + ++nextConn);
    }

    /** The next of a row of numbers. */
    long number() {
        return ++next;
    }

    private static String pad(String text, int length) {
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
