package org.engageconnector.serverlogs.text;

import java.io.ByteArrayOutputStream;

/** A printed text that goes on over more lines: there is no escaping, so it ends where a line ends with its quote. */
final class OpenText {

    private static final int MOST_LINES = 200;
    private static final int MOST_BYTES = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte quote;
    private int lines;
    private boolean open;
    private boolean closed;

    /** Begins with what stands behind the opening quote. */
    void begin(byte openingQuote, byte[] b, int from, int to) {
        bytes.reset();
        quote = openingQuote;
        lines = 1;
        open = true;
        closed = false;
        bytes.write(b, from, to - from);
    }

    /** Begins again with a text that looked as if it had ended: its closing quote belongs to it. */
    void reopen(byte openingQuote, byte[] b, int from, int to) {
        begin(openingQuote, b, from, to);
        bytes.write(openingQuote);
    }

    boolean isOpen() {
        return open;
    }

    /** How many bytes it has so far. */
    int size() {
        return bytes.size();
    }

    int lines() {
        return lines;
    }

    /** Whether it is too long to be one. */
    boolean endless() {
        return lines > MOST_LINES || bytes.size() > MOST_BYTES;
    }

    /** One more line. Gives whether the text may end here. */
    boolean add(byte[] b, int from, int to) {
        if (closed) {
            bytes.write(quote);
        }
        bytes.write('\n');
        lines++;
        closed = to > from && b[to - 1] == quote;
        bytes.write(b, from, (closed ? to - 1 : to) - from);
        open = !closed;
        return closed;
    }

    /** Goes on after an end that was none. */
    void goOn() {
        open = true;
    }

    byte[] take() {
        open = false;
        return bytes.toByteArray();
    }

    void drop() {
        open = false;
        bytes.reset();
    }
}
