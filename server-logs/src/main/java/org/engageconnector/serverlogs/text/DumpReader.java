package org.engageconnector.serverlogs.text;

import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.event.Oddities;

/**
 * Finds the dumps of events in the lines of one server's log and makes messages of them. Requests, traffic between the servers of
 * a pair, and copies of an event that was read already are passed over. One thread at a time.
 */
final class DumpReader {

    private static final byte[] MESSAGE = HeadLine.ascii("message ");
    private static final byte[] RULE = HeadLine.ascii("-----");
    private static final byte[] BETWEEN_THE_PAIR = HeadLine.ascii("BSYNC]");
    private static final byte[] ISCC = HeadLine.ascii("ISCC");
    private static final byte[] PREFIX = HeadLine.ascii("gsip:");
    private static final byte[] PROXY = HeadLine.ascii("Proxy(");
    private static final byte[] USER_EVENT = HeadLine.ascii("distribute_user_event");

    private static final long NEAR = 3_600_000;
    private static final long FAR = 26 * NEAR;

    /** What is done with the lines of a dump. */
    private enum State {
        OUTSIDE,
        KEEP,
        PASS_OVER
    }

    private final LineScanner lines;
    private final Consumer<LoggedEvent> sink;
    private final Oddities oddities;
    private final HeadLine head = new HeadLine();
    private final Dump dump = new Dump();
    private final LogClock clock = new LogClock();
    private final RecentKeys copies = new RecentKeys();
    private final DumpValues values;
    private State state = State.OUTSIDE;
    private boolean compared;
    private int file;
    private String fileName = "";
    private long latest;
    private long suspect = -NEAR;

    DumpReader(LineScanner lines, Charset site, Consumer<LoggedEvent> sink, Oddities oddities) {
        this.lines = lines;
        this.sink = sink;
        this.oddities = oddities;
        values = new DumpValues(new LogText(site), dump, this::odd, oddities);
    }

    /** What follows is of another file. */
    void file(int number, String name) {
        file = number;
        fileName = name;
    }

    LogClock clock() {
        return clock;
    }

    /** The server was started anew: its numbers begin again. */
    void newRun() {
        copies.clear();
    }

    /** Which lines it needs to see now. */
    LineFilter wanted() {
        if (state == State.OUTSIDE) {
            return LineFilter.HEADS;
        }
        return state == State.KEEP || values.isOpen() ? LineFilter.ALL : LineFilter.ENDS;
    }

    /** Reads the scanner's present line. */
    void line() {
        byte[] b = lines.buffer();
        int from = lines.start();
        int to = lines.end();
        if (lines.cut()) {
            odd("line too long");
        }
        if (state != State.OUTSIDE && body(b, from, to)) {
            return;
        }
        if (from < to) {
            outside(b, from, to);
        }
    }

    /** The log ends: a dump in progress is complete. */
    void end() {
        if (state != State.OUTSIDE) {
            finish();
        }
    }

    /** The log breaks off, or what follows is missing: a dump in progress is not whole. */
    void breakOff(String why) {
        if (state != State.OUTSIDE) {
            odd(why);
            values.drop();
            state = State.OUTSIDE;
        }
    }

    private void odd(String kind) {
        oddities.add(kind, fileName, lines.number());
    }

    private void outside(byte[] b, int from, int to) {
        byte first = b[from];
        if (first == '@' || Stamps.digit(first)) {
            int time = first == '@'
                            || to - from > 8
                                    && (b[from + 2] == ':'
                                            || b[from + 2] == '/'
                                            || b[from + 4] == '-'
                                            || b[from + 4] == '/')
                    ? Stamps.timeOfDay(b, from, to)
                    : -1;
            if (time >= 0 && head.find(b, from, to)) {
                begin(b, from, to, from, to, time);
            }
        } else if (first == 'm') {
            int start = lines.previousStart();
            int end = lines.previousEnd();
            if (HeadLine.starts(b, from, to, MESSAGE)
                    && introduces(b, start, end)
                    && head.find(b, from, to, start, end)) {
                begin(b, from, to, start, end, Stamps.timeOfDay(b, start, end));
            }
        } else if (first == '\'') {
            if (head.find(b, from, to)) {
                begin(b, from, to, from, to, -1);
            }
        } else if (first == 'g' && HeadLine.starts(b, from, to, PREFIX)) {
            int bracket = HeadLine.indexOf(b, from, to, ']');
            if (bracket > 0 && bracket + 2 < to && b[bracket + 2] != 'g') {
                outside(b, bracket + 2, to);
            }
        } else if (first == 'P' && HeadLine.starts(b, from, to, PROXY)) {
            odd("event passed on for another server");
        }
    }

    /** @param contextFrom of the line that says where the message comes from: the head itself, or the line before it */
    private void begin(byte[] b, int from, int to, int contextFrom, int contextTo, int time) {
        int number = NameTable.MESSAGES.find(b, head.from(), head.to());
        boolean event = b[head.from()] == 'E';
        boolean pair = HeadLine.contains(b, contextFrom, contextTo, BETWEEN_THE_PAIR)
                || contextFrom != from && HeadLine.contains(b, from, to, BETWEEN_THE_PAIR);
        boolean iscc = HeadLine.starts(b, head.from(), head.to(), ISCC);
        if (iscc) {
            odd("message between sites (ISCC)");
        } else if (pair) {
            odd("copy for the other server of the pair");
        } else if (event && number < 0) {
            odd("event that is not used");
        }
        state = event && number >= 0 && !pair ? State.KEEP : State.PASS_OVER;
        boolean byClient = state == State.KEEP
                && number <= TServerMessage.EVENT_ABANDONED
                && HeadLine.contains(b, contextFrom, contextTo, USER_EVENT);
        dump.begin(number, byClient, lines.number());
        values.begin(state == State.KEEP);
        compared = false;
        if (time >= 0) {
            dump.stamp(
                    Stamps.millis(b, time, b[contextFrom] == '@' ? to : contextTo),
                    Stamps.date(b, contextFrom, contextTo));
        }
    }

    /** A line of a dump; {@code false} when the dump ended before it. */
    private boolean body(byte[] b, int from, int to) {
        if (values.isOpen()) {
            if (!values.mayGoOn(b, from, to)) {
                values.giveUp();
            } else {
                values.goOn(b, from, to);
                return true;
            }
        }
        if (from < to && (b[from] == '\t' || b[from] == ' ')) {
            values.line(b, from, to);
            copy();
            return true;
        }
        // a head of this form has a line before it that says where the message comes from
        boolean message = HeadLine.starts(b, from, to, MESSAGE) && indented(b);
        if (state == State.KEEP && from < to && (message || !ends(b, from, to)) && values.reopen(lines, b, from, to)) {
            return true;
        }
        finish();
        return message;
    }

    /** Whether a line may stand before a message that has a line of its own: it has a stamp, or a mark, or there is none. */
    private static boolean introduces(byte[] b, int from, int to) {
        return from >= to
                || b[from] == '['
                || b[from] == '\''
                || b[from] == '('
                || b[from] == '-'
                || Stamps.timeOfDay(b, from, to) >= 0;
    }

    private boolean indented(byte[] b) {
        int start = lines.previousStart();
        return start < lines.previousEnd() && (b[start] == '\t' || b[start] == ' ');
    }

    /** Passes the rest of a dump over as soon as its number says that it was read before. */
    private void copy() {
        if (compared || state != State.KEEP || values.sequence() == 0) {
            return;
        }
        compared = true;
        if (copies.has(key(values.sequence()))) {
            odd("copy for another client");
            state = State.PASS_OVER;
            values.keep(false);
        }
    }

    private long key(long sequence) {
        return sequence * 1009 + dump.number();
    }

    private static boolean ends(byte[] b, int from, int to) {
        return b[from] == '@'
                || b[from] == '$'
                || HeadLine.starts(b, from, to, RULE)
                || HeadLine.starts(b, from, to, MESSAGE)
                || Stamps.timeOfDay(b, from, to) >= 0;
    }

    private void finish() {
        State was = state;
        state = State.OUTSIDE;
        values.end();
        if (was != State.KEEP) {
            return;
        }
        if (dump.isEmpty()) {
            oddities.add("event without attributes", fileName, dump.line());
            return;
        }
        var message = dump.message();
        long sequence = values.sequence();
        if (!copies.add(sequence != 0 ? key(sequence) : ContentKey.of(message, true))) {
            odd("copy for another client");
            return;
        }
        sink.accept(new LoggedEvent(
                message,
                time(
                        message.integer(TServerAttribute.TIME_IN_SECS),
                        message.integer(TServerAttribute.TIME_IN_U_SECS, 0)),
                dump.byClient(),
                file,
                dump.line()));
    }

    private long time(Integer seconds, int micros) {
        if (dump.date() != Long.MIN_VALUE) {
            clock.date(dump.date());
        }
        long said = seconds == null
                ? Long.MIN_VALUE
                : Integer.toUnsignedLong(seconds) * 1000 + Math.max(0, Math.min(999_999, micros)) / 1000;
        boolean stamped = dump.timeOfDay() >= 0;
        if (seconds != null && !(stamped && impossible(said))) {
            latest = said;
            if (stamped) {
                clock.learn(dump.timeOfDay(), latest);
            }
        } else if (dump.timeOfDay() >= 0 && clock.known()) {
            latest = clock.at(dump.timeOfDay());
        } else {
            oddities.add("event without a time", fileName, dump.line());
        }
        return latest;
    }

    /** Whether an event says a time more than a day away from its line's stamp; where the next one does so too, the stamp is wrong. */
    private boolean impossible(long said) {
        if (!clock.known() || Math.abs(clock.near(dump.timeOfDay()) - said) < FAR || Math.abs(suspect - said) < NEAR) {
            return false;
        }
        suspect = said;
        oddities.add("event time far from its stamp", fileName, dump.line());
        return true;
    }
}
