package org.engageconnector.serverlogs.text;

import java.util.function.Consumer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.serverlogs.event.Oddities;

/** Reads the indented lines of a dump: attributes, and the pairs of their lists. One thread at a time. */
final class DumpValues {

    private static final byte[] ATTRIBUTE = HeadLine.ascii("Attribute");
    private static final byte[] LIST = HeadLine.ascii("(list)");
    private static final byte[] SDK_LIST = HeadLine.ascii("KVList:");
    private static final int LONGEST_KEY = 4096;
    private static final int INTEGER_BYTES = 4;

    private final LogText text;
    private final Dump dump;
    private final Consumer<String> odd;
    private final Oddities oddities;
    private final ListCollector list = new ListCollector();
    private final OpenText open = new OpenText();
    private boolean keep;
    private long sequence;
    private int listId;
    private boolean listHides;
    private int lineEnds;

    // the text that was read last, should it go on
    private boolean textIsPair;
    private boolean textIsPut;
    private boolean textIsLast;
    private boolean textIsShown;
    private int textId;
    private String textKey;
    private int textKeyBytes;
    private int textBytes;
    private int textIndent;
    private int textOffset;

    DumpValues(LogText text, Dump dump, Consumer<String> odd, Oddities oddities) {
        this.text = text;
        this.dump = dump;
        this.odd = odd;
        this.oddities = oddities;
    }

    /** A dump begins. @param keeps whether its values are wanted, or only its end */
    void begin(boolean keeps) {
        drop();
        keep = keeps;
        sequence = 0;
    }

    void keep(boolean keeps) {
        keep = keeps;
    }

    /** EventSequenceNumber; 0 while none was read. */
    long sequence() {
        return sequence;
    }

    void drop() {
        open.drop();
        if (list.isOpen()) {
            list.end();
        }
        textIsLast = false;
    }

    void end() {
        if (open.isOpen()) {
            giveUp();
        }
        closeList();
        textIsLast = false;
    }

    boolean isOpen() {
        return open.isOpen();
    }

    /** Whether the line can belong to the text that is open: a time stamp or the next attribute ends it. */
    boolean mayGoOn(byte[] b, int from, int to) {
        if (open.endless() || Stamps.timeOfDay(b, from, to) >= 0) {
            return false;
        }
        boolean attribute =
                from < to && (b[from] == '\t' || b[from] == ' ') && HeadLine.starts(b, from + 1, to, ATTRIBUTE);
        return !attribute
                || textIsPair
                        && list.isOpen()
                        && open.size() + 1 + to - from <= list.room(textKeyBytes)
                        && list.room(textKeyBytes) != Integer.MAX_VALUE;
    }

    /** One more line of the text that is open. */
    void goOn(byte[] b, int from, int to) {
        if (open.add(b, from, to)) {
            finishText();
        }
    }

    /** The text that is open has no end: what there is of it is taken. */
    void giveUp() {
        odd.accept("text without an end");
        finishText();
    }

    /** Whether a line that is no attribute belongs to the text before it, whose last quote was none. */
    boolean reopen(LineScanner lines, byte[] b, int from, int to) {
        if (!textIsLast || !textIsPair || !list.isOpen() || list.room(0) + 5 < to - from + 1) {
            return false;
        }
        if (textOffset >= 0) {
            int start = lines.previousStart() + textOffset;
            if (start >= lines.previousEnd()) {
                return false;
            }
            open.reopen(b[start], b, start + 1, lines.previousEnd() - 1);
            textOffset = -1;
        } else {
            open.goOn();
        }
        goOn(b, from, to);
        return true;
    }

    /** An indented line. */
    void line(byte[] b, int from, int to) {
        textIsLast = false;
        int at = blanks(b, from, to);
        if (at < to && b[at] == '\'' && list.isOpen()) {
            pair(b, from, at, to, at - from);
            return;
        }
        int end = at;
        while (end < to && word(b[end])) {
            end++;
        }
        if (end > at && end < to) {
            closeList();
            int id = HeadLine.starts(b, at, end, ATTRIBUTE)
                    ? NameTable.ATTRIBUTES.find(b, at + ATTRIBUTE.length, end)
                    : -1;
            attribute(id, b, from, value(b, end, to), to);
        }
    }

    private void attribute(int id, byte[] b, int from, int at, int to) {
        if (at >= to) {
            return;
        }
        byte first = b[at];
        if (first == '\'' || first == '"') {
            textIsPair = false;
            textId = id;
            text(first, b, from, at, to);
        } else if (first == '[' || HeadLine.starts(b, at, to, SDK_LIST)) {
            beginList(id, b, at, to);
        } else if (keep && id >= 0) {
            Object value = Scalars.read(id, Dump.type(id), b, at, to);
            if (value == null) {
                odd.accept("value of another kind");
            }
            dump.put(id, value);
            if (id == TServerAttribute.EVENT_SEQUENCE_NUMBER && value instanceof Long number) {
                sequence = number;
            }
        }
    }

    /** {@code [34] 00 01 01 00..}: the list's bytes, and the number of its pairs in the first two. */
    private void beginList(int id, byte[] b, int at, int to) {
        int bytes = ListCollector.UNKNOWN;
        int pairs = ListCollector.UNKNOWN;
        int bracket = HeadLine.indexOf(b, at, to, ']');
        if (b[at] == '[' && bracket > 0) {
            Integer said = Scalars.integer(b, at + 1, bracket);
            bytes = said == null ? ListCollector.UNKNOWN : said;
            if (bracket + 6 < to) {
                pairs = hex(b, bracket + 2) << 8 | hex(b, bracket + 5);
            }
        }
        listId = id;
        listHides = false;
        lineEnds = 0;
        list.begin(bytes, pairs);
    }

    private static int hex(byte[] b, int at) {
        return Math.max(0, Character.digit(b[at], 16)) << 4 | Math.max(0, Character.digit(b[at + 1], 16));
    }

    private void closeList() {
        if (!list.isOpen()) {
            return;
        }
        boolean whole = list.complete(lineEnds);
        KeyValueList read = list.end();
        if (keep && Dump.isList(listId)) {
            dump.put(listId, read);
            if (!whole && !listHides) {
                odd.accept("list that is not whole");
            }
        }
    }

    /** A pair, on a line of its own or, with {@link ListCollector#UNKNOWN} as indent, behind the key of its list. */
    private void pair(byte[] b, int from, int at, int to, int indent) {
        int end = keyEnd(b, at + 1, to);
        if (end < 0 || end - at > LONGEST_KEY) {
            odd.accept("pair that is none");
            return;
        }
        String key = keep ? text.decode(b, at + 1, end) : "";
        int keyBytes = end - at - 1;
        if (HeadLine.starts(b, end + 1, to, LIST)) {
            list.list(indent, key, keyBytes);
            int inner = blanks(b, end + 1 + LIST.length, to);
            if (inner < to && b[inner] == '\'') {
                pair(b, from, inner, to, ListCollector.UNKNOWN);
            }
            return;
        }
        int value = value(b, end + 1, to);
        if (value < to && (b[value] == '\'' || b[value] == '"')) {
            textIsPair = true;
            textKey = key;
            textKeyBytes = keyBytes;
            textIndent = indent;
            text(b[value], b, from, value, to);
        } else if (HeadLine.starts(b, value, to, SDK_LIST)) {
            list.list(indent, key, keyBytes);
        } else {
            Integer number = Scalars.integer(b, value, to);
            put(
                    indent,
                    key,
                    keyBytes,
                    number,
                    number != null || value >= to ? INTEGER_BYTES : binaryBytes(b, value, to));
        }
    }

    /** Where the quote of a key closes: before a tab, a list, or blanks and a value. */
    private static int keyEnd(byte[] b, int from, int to) {
        int loose = -1;
        for (int i = from; i + 1 < to; i++) {
            if (b[i] == '\'') {
                if (b[i + 1] == '\t' || b[i + 1] == '(' && HeadLine.starts(b, i + 1, to, LIST)) {
                    return i;
                }
                if (loose < 0 && b[i + 1] == ' ') {
                    loose = i;
                }
            }
        }
        return loose;
    }

    private static int binaryBytes(byte[] b, int at, int to) {
        int bracket = b[at] == '[' ? HeadLine.indexOf(b, at, to, ']') : -1;
        Integer bytes = bracket < 0 ? null : Scalars.integer(b, at + 1, bracket);
        return bytes == null ? INTEGER_BYTES : bytes;
    }

    private void text(byte quote, byte[] b, int from, int at, int to) {
        textIsPut = false;
        textOffset = at - from;
        if (to - 1 > at && b[to - 1] == quote) {
            finish(b, at + 1, to - 1);
        } else {
            open.begin(quote, b, at + 1, to);
            textOffset = -1;
        }
    }

    private void finishText() {
        byte[] bytes = open.take();
        lineEnds += open.lines();
        finish(bytes, 0, bytes.length);
    }

    private void finish(byte[] b, int from, int to) {
        textIsLast = true;
        String value = keep && (textIsPair || textId >= 0) ? shown(b, from, to) : null;
        int bytes = LogText.tagged(b, from, to) ? to - from - LogText.TAG_BYTES : to - from;
        if (!textIsPair) {
            if (keep && textId >= 0) {
                dump.put(textId, Dump.type(textId) == String.class ? value : null);
            }
        } else if (textIsPut) {
            list.amend(textIsShown, value, textBytes, bytes);
        } else {
            put(textIndent, textKey, textKeyBytes, value, bytes);
        }
        textIsPut = true;
        textIsShown = value != null;
        textBytes = bytes;
    }

    private void put(int indent, String key, int keyBytes, Object value, int valueBytes) {
        if (indent == ListCollector.UNKNOWN) {
            list.first(key, keyBytes, value, valueBytes);
        } else {
            list.pair(indent, key, keyBytes, value, valueBytes);
        }
    }

    /** The text; {@code null} when the log hides it. */
    private String shown(byte[] b, int from, int to) {
        String value = LogText.untagged(text.decode(b, from, to));
        if (!LogText.hidden(value)) {
            return value;
        }
        oddities.hidden(textIsPair ? textKey : TServerAttribute.name(textId));
        listHides |= textIsPair;
        return null;
    }

    private static int blanks(byte[] b, int from, int to) {
        int at = from;
        while (at < to && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Where the value begins: behind blanks and what the Platform SDK prints before it, as in {@code [str] = "A"}. */
    private static int value(byte[] b, int from, int to) {
        int at = blanks(b, from, to);
        if (at + 1 < to && b[at] == '[' && (b[at + 1] | 0x20) >= 'a' && (b[at + 1] | 0x20) <= 'z') {
            int bracket = HeadLine.indexOf(b, at, to, ']');
            at = bracket < 0 ? at : blanks(b, bracket + 1, to);
        }
        return at < to && b[at] == '=' ? blanks(b, at + 1, to) : at;
    }

    private static boolean word(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || Stamps.digit(b) || b == '_';
    }
}
