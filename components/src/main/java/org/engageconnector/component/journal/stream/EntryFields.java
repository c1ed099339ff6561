package org.engageconnector.component.journal.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;

/** How an entry is written in Redis: fields {@code k} key, {@code t} kind, {@code b} body, {@code h.<name>} headers. */
public final class EntryFields {

    /** What an entry counts beside its own bytes. {@link TrueMemory} knows what it costs. */
    private static final int OVERHEAD = 64;

    private static final String HEADER = "h.";
    private static final byte[] KEY = bytes("k");
    private static final byte[] KIND = bytes("t");
    private static final byte[] BODY = bytes("b");

    private EntryFields() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Fields and values in turn. */
    public static List<byte[]> of(NewEntry entry) {
        List<byte[]> fields = new ArrayList<>(6 + 2 * entry.headers().size());
        fields.add(KEY);
        fields.add(bytes(entry.key()));
        fields.add(KIND);
        fields.add(bytes(entry.kind()));
        entry.headers().forEach((name, value) -> {
            fields.add(bytes(HEADER + name));
            fields.add(bytes(value));
        });
        fields.add(BODY);
        fields.add(entry.body());
        return fields;
    }

    public static JournalEntry entry(String id, Map<String, byte[]> fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                headers.put(name.substring(HEADER.length()), text(value));
            }
        });
        byte[] body = fields.get("b");
        return new JournalEntry(
                id, text(fields.get("k")), text(fields.get("t")), headers, body == null ? new byte[0] : body);
    }

    /** What an entry counts against the bound of its journal, in bytes; the same before and after it was stored. */
    public static long size(NewEntry entry) {
        return size(entry.key(), entry.kind(), entry.headers(), entry.body());
    }

    public static long size(JournalEntry entry) {
        return size(entry.key(), entry.kind(), entry.headers(), entry.body());
    }

    private static long size(String key, String kind, Map<String, String> headers, byte[] body) {
        long size = OVERHEAD + key.length() + kind.length() + body.length;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    /** An entry in one piece, for the list of parked ones. */
    static byte[] pack(JournalEntry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(entry.body().length + 128);
        try (DataOutputStream data = new DataOutputStream(out)) {
            data.writeUTF(entry.key());
            data.writeUTF(entry.kind());
            data.writeShort(entry.headers().size());
            for (Map.Entry<String, String> header : entry.headers().entrySet()) {
                data.writeUTF(header.getKey());
                data.writeUTF(header.getValue());
            }
            data.writeInt(entry.body().length);
            data.write(entry.body());
        } catch (IOException e) {
            throw new UncheckedIOException("an entry whose header is longer than 65,535 bytes cannot be parked", e);
        }
        return out.toByteArray();
    }

    public static JournalEntry unpack(String id, byte[] packed) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(packed))) {
            String key = data.readUTF();
            String kind = data.readUTF();
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = data.readUnsignedShort(); left > 0; left--) {
                headers.put(data.readUTF(), data.readUTF());
            }
            int length = data.readInt();
            if (length < 0 || length > data.available()) {
                throw new EOFException("a length that is not there");
            }
            byte[] body = new byte[length];
            data.readFully(body);
            return new JournalEntry(id, key, kind, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException("a parked entry is damaged: " + id, e);
        }
    }
}
