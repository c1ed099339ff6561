package org.engageconnector.simulators.engage.serverlog;

import java.nio.charset.Charset;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.KeyValueList.Pair;

/**
 * A key-value list as servers print it: its length in bytes, the first four bytes in hexadecimal, then a pair a line. The length
 * counts what is hidden too.
 */
final class ListText {

    private static final int COUNT_BYTES = 2;
    private static final int PAIR_BYTES = 5;
    private static final int INTEGER_BYTES = 4;
    private static final int INTEGER_TYPE = 1;
    private static final int LIST_TYPE = 3;

    private final ServerLogOptions options;

    ListText(ServerLogOptions options) {
        this.options = options;
    }

    String text(KeyValueList list) {
        int pairs = list.pairs().size();
        StringBuilder text = new StringBuilder()
                .append('[')
                .append(bytes(list, options.charset()))
                .append("] ")
                .append(String.format(
                        "%02x %02x %02x 00..",
                        pairs >> 8,
                        pairs & 0xFF,
                        pairs == 0 ? 0 : type(list.pairs().get(0))));
        for (Pair pair : list.pairs()) {
            pair(pair, 2, options.lineEnd() + "\t\t", text);
        }
        return text.toString();
    }

    private void pair(Pair pair, int depth, String before, StringBuilder text) {
        if (pair.value() instanceof KeyValueList inner) {
            text.append(before).append('\'').append(pair.key()).append("'(list) ");
            String next = "";
            for (Pair each : inner.pairs()) {
                pair(each, depth + 1, next, text);
                next = options.lineEnd() + "\t".repeat(depth + 1);
            }
        } else if (pair.value() instanceof String value) {
            String shown = options.filter().shown(pair.key(), value);
            if (shown != null) {
                text.append(before)
                        .append('\'')
                        .append(pair.key())
                        .append("'\t'")
                        .append(shown)
                        .append('\'');
            }
        } else {
            text.append(before).append('\'').append(pair.key()).append("'\t").append(pair.value());
        }
    }

    private static int type(Pair first) {
        return first.value() instanceof KeyValueList ? LIST_TYPE : first.value() instanceof String ? 0 : INTEGER_TYPE;
    }

    static int bytes(KeyValueList list, Charset charset) {
        int bytes = COUNT_BYTES;
        for (Pair pair : list.pairs()) {
            bytes += PAIR_BYTES + pair.key().getBytes(charset).length;
            if (pair.value() instanceof KeyValueList inner) {
                bytes += COUNT_BYTES + bytes(inner, charset);
            } else {
                bytes += pair.value() instanceof String text ? text.getBytes(charset).length : INTEGER_BYTES;
            }
        }
        return bytes;
    }
}
