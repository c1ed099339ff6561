package org.engageconnector.standin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A frame of the open framing. Values are String, Integer, Long, byte[] and List of {@link Pair}.
 *
 * @param number of the message
 * @param attributes by id
 */
public record Frame(int number, Map<Integer, Object> attributes) {

    /** One pair of a list. */
    public record Pair(String key, Object value) {}

    /** What breaks the framing; the message begins with the reason in one word. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(String reason) {
            super(reason);
        }
    }

    private static final int STRING = 0;
    private static final int INT = 1;
    private static final int BINARY = 2;
    private static final int LIST = 3;
    private static final int LONG = 6;

    static Frame read(ByteBuffer in, Charset charset) {
        int number = Short.toUnsignedInt(in.getShort());
        int count = Short.toUnsignedInt(in.getShort());
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            need(in, 7);
            attributes.put(Short.toUnsignedInt(in.getShort()), value(in, charset));
        }
        if (in.hasRemaining()) {
            throw new Broken("left-over: " + in.remaining() + " bytes");
        }
        return new Frame(number, attributes);
    }

    private static Object value(ByteBuffer in, Charset charset) {
        need(in, 5);
        int type = in.get();
        int size = in.getInt();
        need(in, size);
        switch (type) {
            case STRING:
                return text(in, size, charset);
            case INT:
                return in.getInt();
            case LONG:
                return in.getLong();
            case BINARY:
                byte[] bytes = new byte[size];
                in.get(bytes);
                return bytes;
            case LIST:
                int count = Short.toUnsignedInt(in.getShort());
                List<Pair> pairs = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    need(in, 7);
                    pairs.add(new Pair(text(in, Short.toUnsignedInt(in.getShort()), charset), value(in, charset)));
                }
                return pairs;
            default:
                throw new Broken("type: " + type);
        }
    }

    private static String text(ByteBuffer in, int size, Charset charset) {
        need(in, size);
        byte[] bytes = new byte[size];
        in.get(bytes);
        return new String(bytes, charset);
    }

    private static void need(ByteBuffer in, int bytes) {
        if (bytes < 0 || in.remaining() < bytes) {
            throw new Broken("size: " + bytes + " bytes wanted, " + in.remaining() + " left");
        }
    }

    byte[] bytes(Charset charset) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            out.writeShort(number);
            out.writeShort(attributes.size());
            for (Map.Entry<Integer, Object> attribute : attributes.entrySet()) {
                out.writeShort(attribute.getKey());
                write(out, attribute.getValue(), charset);
            }
            return ByteBuffer.allocate(4 + body.size())
                    .putInt(body.size())
                    .put(body.toByteArray())
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Object value, Charset charset) throws IOException {
        if (value instanceof String text) {
            sized(out, STRING, text.getBytes(charset));
        } else if (value instanceof Integer number) {
            sized(out, INT, ByteBuffer.allocate(4).putInt(number).array());
        } else if (value instanceof Long number) {
            sized(out, LONG, ByteBuffer.allocate(8).putLong(number).array());
        } else {
            throw new IllegalArgumentException("not sent by clients: " + value.getClass());
        }
    }

    private static void sized(DataOutputStream out, int type, byte[] bytes) throws IOException {
        out.writeByte(type);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
