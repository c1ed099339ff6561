package org.engageconnector.component.journal.stream;

import java.util.Comparator;

/** The order of stream ids: by milliseconds, then by sequence. */
public final class EntryOrder {

    public static final Comparator<String> BY_ID =
            Comparator.comparingLong(EntryOrder::millis).thenComparingLong(EntryOrder::sequence);

    private EntryOrder() {}

    private static long millis(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    private static long sequence(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}
