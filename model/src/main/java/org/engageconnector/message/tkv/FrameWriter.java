package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import java.nio.charset.Charset;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;

/** Writes one message as a frame; sizes are filled in once what they count has been written. */
final class FrameWriter {

    private static final int MAX_U16 = 65_535;

    private final Charset charset;
    private final ByteBuf out;

    private FrameWriter(Charset charset, ByteBuf out) {
        this.charset = charset;
        this.out = out;
    }

    /** @param charset in which text and keys are written; what it does not have becomes a question mark */
    static void write(Message message, Charset charset, ByteBuf out) {
        new FrameWriter(charset, out).write(message);
    }

    private void write(Message message) {
        int lengthAt = out.writerIndex();
        out.writeInt(0);
        out.writeShort(u16(message.number(), "message number"));
        out.writeShort(u16(message.size(), "number of attributes"));
        for (int i = 0; i < message.size(); i++) {
            out.writeShort(u16(message.id(i), "attribute id"));
            writeValue(message.valueAt(i), 1);
        }
        out.setInt(lengthAt, out.writerIndex() - lengthAt - Tkv.LENGTH_BYTES);
    }

    private void writeValue(Object value, int depth) {
        int typeAt = out.writerIndex();
        out.writeByte(0).writeInt(0);
        int type;
        if (value instanceof String text) {
            type = Tkv.TYPE_STRING;
            out.writeCharSequence(text, charset);
        } else if (value instanceof Integer number) {
            type = Tkv.TYPE_INT;
            out.writeInt(number);
        } else if (value instanceof Long number) {
            type = Tkv.TYPE_LONG;
            out.writeLong(number);
        } else if (value instanceof byte[] bytes) {
            type = Tkv.TYPE_BINARY;
            out.writeBytes(bytes);
        } else if (value instanceof KeyValueList list) {
            type = Tkv.TYPE_LIST;
            writeList(list, depth);
        } else {
            throw new IllegalArgumentException("no wire type for "
                    + (value == null ? "null" : value.getClass().getName()));
        }
        out.setByte(typeAt, type);
        out.setInt(typeAt + 1, out.writerIndex() - typeAt - 5);
    }

    private void writeList(KeyValueList list, int depth) {
        if (depth > Tkv.MAX_DEPTH) {
            throw new IllegalArgumentException("a list at depth " + depth + ", at most " + Tkv.MAX_DEPTH);
        }
        out.writeShort(u16(list.pairs().size(), "number of pairs"));
        for (KeyValueList.Pair pair : list.pairs()) {
            int keyAt = out.writerIndex();
            out.writeShort(0);
            out.setShort(keyAt, u16(out.writeCharSequence(pair.key(), charset), "size of a key"));
            writeValue(pair.value(), depth + 1);
        }
    }

    private static int u16(int value, String what) {
        if (value < 0 || value > MAX_U16) {
            throw new IllegalArgumentException(what + " " + value + ", expected 0 to " + MAX_U16);
        }
        return value;
    }
}
