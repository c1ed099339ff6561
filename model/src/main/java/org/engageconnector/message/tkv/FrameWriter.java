package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;

/** Writes one message as a frame; sizes are filled in once what they count has been written. */
final class FrameWriter {

    private static final int MAX_U16 = 65_535;

    private FrameWriter() {}

    static void write(Message message, ByteBuf out) {
        int lengthAt = out.writerIndex();
        out.writeInt(0);
        out.writeShort(u16(message.number(), "message number"));
        out.writeShort(u16(message.size(), "number of attributes"));
        for (int i = 0; i < message.size(); i++) {
            out.writeShort(u16(message.id(i), "attribute id"));
            writeValue(message.valueAt(i), out, 1);
        }
        out.setInt(lengthAt, out.writerIndex() - lengthAt - Tkv.LENGTH_BYTES);
    }

    private static void writeValue(Object value, ByteBuf out, int depth) {
        int typeAt = out.writerIndex();
        out.writeByte(0).writeInt(0);
        int type;
        if (value instanceof String text) {
            type = Tkv.TYPE_STRING;
            ByteBufUtil.writeUtf8(out, text);
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
            writeList(list, out, depth);
        } else {
            throw new IllegalArgumentException("no wire type for "
                    + (value == null ? "null" : value.getClass().getName()));
        }
        out.setByte(typeAt, type);
        out.setInt(typeAt + 1, out.writerIndex() - typeAt - 5);
    }

    private static void writeList(KeyValueList list, ByteBuf out, int depth) {
        if (depth > Tkv.MAX_DEPTH) {
            throw new IllegalArgumentException("a list at depth " + depth + ", at most " + Tkv.MAX_DEPTH);
        }
        out.writeShort(u16(list.pairs().size(), "number of pairs"));
        for (KeyValueList.Pair pair : list.pairs()) {
            int keyAt = out.writerIndex();
            out.writeShort(0);
            out.setShort(keyAt, u16(ByteBufUtil.writeUtf8(out, pair.key()), "size of a key"));
            writeValue(pair.value(), out, depth + 1);
        }
    }

    private static int u16(int value, String what) {
        if (value < 0 || value > MAX_U16) {
            throw new IllegalArgumentException(what + " " + value + ", expected 0 to " + MAX_U16);
        }
        return value;
    }
}
