package org.engageconnector.demo;

import java.util.Map;

/** One kind of events in the summary; the names are those of the JSON answer. */
record Tally(
        long expected,
        long accepted,
        long rejected,
        long lost,
        long duplicated,
        long outOfOrder,
        Map<String, Long> byType) {}
