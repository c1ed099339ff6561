package org.engageconnector.simulators.engage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client of the open framing, written from the page and without the product's codec, so that the two cannot share a mistake.
 * Lists come as maps; repeated keys are not expected. Every read waits 5 s at most.
 */
final class RawClient implements Closeable {

    /** A frame: number and attributes; values are String, Integer, Long or Map. */
    record Frame(int number, Map<Integer, Object> attributes) {
        String text(int id) {
            return (String) attributes.get(id);
        }

        int number(int id) {
            return (Integer) attributes.get(id);
        }

        long sequence() {
            return (Long) attributes.get(148);
        }

        /** Event time in milliseconds. */
        long time() {
            return number(86) * 1_000L + number(87) / 1_000;
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> list(int id) {
            return (Map<String, Object>) attributes.get(id);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    RawClient(String address) throws IOException {
        String[] parts = address.split(":");
        socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(5_000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** Sends a message of alternating attribute ids and values (String or Integer). */
    void send(int message, Object... attributes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.writeShort(message);
        data.writeShort(attributes.length / 2);
        for (int i = 0; i < attributes.length; i += 2) {
            data.writeShort((Integer) attributes[i]);
            if (attributes[i + 1] instanceof Integer number) {
                data.writeByte(1);
                data.writeInt(4);
                data.writeInt(number);
            } else {
                byte[] text = attributes[i + 1].toString().getBytes(StandardCharsets.UTF_8);
                data.writeByte(0);
                data.writeInt(text.length);
                data.write(text);
            }
        }
        out.writeInt(body.size());
        body.writeTo(out);
        out.flush();
    }

    void sendBytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    Frame read() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        int message = data.readUnsignedShort();
        int count = data.readUnsignedShort();
        Map<Integer, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int id = data.readUnsignedShort();
            if (attributes.put(id, value(data)) != null) {
                throw new IOException("attribute " + id + " twice");
            }
        }
        if (data.available() != 0) {
            throw new IOException("bytes left over");
        }
        return new Frame(message, attributes);
    }

    /** Reads until a message of that number, which is the last of the list. */
    List<Frame> readUntil(int number) throws IOException {
        List<Frame> frames = new ArrayList<>();
        do {
            frames.add(read());
        } while (frames.get(frames.size() - 1).number() != number);
        return frames;
    }

    /** Whether the server has closed the connection, after anything it still sent. */
    boolean closedByServer() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (EOFException e) {
            return true;
        } catch (IOException e) {
            return e.getMessage().contains("reset");
        }
    }

    /** Whether nothing comes for a while. */
    boolean silentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            in.readByte();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(5_000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Object value(DataInputStream data) throws IOException {
        int type = data.readUnsignedByte();
        int size = data.readInt();
        byte[] bytes = data.readNBytes(size);
        DataInputStream content = new DataInputStream(new ByteArrayInputStream(bytes));
        return switch (type) {
            case 0 -> new String(bytes, StandardCharsets.UTF_8);
            case 1 -> content.readInt();
            case 6 -> content.readLong();
            case 3 -> {
                Map<String, Object> pairs = new LinkedHashMap<>();
                int count = content.readUnsignedShort();
                for (int i = 0; i < count; i++) {
                    String key = new String(content.readNBytes(content.readUnsignedShort()), StandardCharsets.UTF_8);
                    pairs.put(key, value(content));
                }
                yield pairs;
            }
            default -> throw new IOException("type " + type);
        };
    }
}
