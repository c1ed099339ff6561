package org.engageconnector.component.journal.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * When a path was stopped: the age of an entry does not grow in that time. Milliseconds of Redis' clock; immutable. Written
 * as {@code from-to,from-to}.
 */
record StoppedTime(List<Span> spans) {

    static final StoppedTime NEVER = new StoppedTime(List.of());

    private static final int MOST_SPANS = 500;

    record Span(long from, long to) {}

    static StoppedTime parse(String text) {
        if (text == null || text.isEmpty()) {
            return NEVER;
        }
        List<Span> spans = new ArrayList<>();
        for (String span : text.split(",")) {
            int dash = span.indexOf('-');
            spans.add(new Span(Long.parseLong(span.substring(0, dash)), Long.parseLong(span.substring(dash + 1))));
        }
        return new StoppedTime(List.copyOf(spans));
    }

    /** With one more span; touching spans become one, the oldest of very many go. */
    StoppedTime with(long from, long to) {
        List<Span> longer = new ArrayList<>(spans);
        Span last = longer.isEmpty() ? null : longer.get(longer.size() - 1);
        if (last != null && from <= last.to() + 2_000) {
            longer.set(longer.size() - 1, new Span(last.from(), Math.max(last.to(), to)));
        } else {
            longer.add(new Span(from, to));
        }
        return new StoppedTime(List.copyOf(longer.subList(Math.max(0, longer.size() - MOST_SPANS), longer.size())));
    }

    /** Milliseconds since an append that count. */
    long age(long appendedAt, long now) {
        long age = now - appendedAt;
        for (Span span : spans) {
            age -= Math.max(0, Math.min(now, span.to()) - Math.max(appendedAt, span.from()));
        }
        return age;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(span.from())
                    .append('-')
                    .append(span.to());
        }
        return text.toString();
    }
}
