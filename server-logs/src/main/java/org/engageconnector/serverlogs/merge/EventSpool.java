package org.engageconnector.serverlogs.merge;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvException;
import org.engageconnector.serverlogs.event.LoggedEvent;

/**
 * Keeps the events of one server between two readings: in memory while they are few, else in a temporary file that only this user
 * may read and that is deleted in the end. One thread at a time.
 */
public final class EventSpool implements AutoCloseable {

    private static final int IN_MEMORY = 4 << 20;
    private static final int BUFFER = 1 << 16;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(1 << 12);
    private DataOutputStream out = new DataOutputStream(memory);
    private Path file;

    /** Adds an event. @throws IllegalArgumentException when it is too large to be kept */
    public void add(LoggedEvent event) {
        byte[] frame = Tkv.encode(event.message());
        try {
            if (file == null && memory.size() > IN_MEMORY) {
                toDisk();
            }
            out.writeLong(event.at());
            out.writeBoolean(event.byClient());
            out.writeInt(event.file());
            out.writeLong(event.line());
            out.writeInt(frame.length);
            out.write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void toDisk() throws IOException {
        file = Files.createTempFile("engage-connector-replay", ".events");
        file.toFile().deleteOnExit();
        OutputStream disk = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        memory.writeTo(disk);
        memory.reset();
        out = new DataOutputStream(disk);
    }

    /** Reads from the beginning; nothing may be added any more. */
    public Reader read() throws IOException {
        out.flush();
        InputStream in = file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return new Reader(new DataInputStream(in));
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** Gives the events one by one. */
    public static final class Reader implements AutoCloseable {
        private final DataInputStream in;

        private Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next event; {@code null} after the last one. */
        public LoggedEvent next() throws IOException {
            long at;
            try {
                at = in.readLong();
            } catch (EOFException end) {
                return null;
            }
            boolean byClient = in.readBoolean();
            int file = in.readInt();
            long line = in.readLong();
            byte[] frame = new byte[in.readInt()];
            in.readFully(frame);
            try {
                return new LoggedEvent(Tkv.decode(frame), at, byClient, file, line);
            } catch (TkvException e) {
                throw new IOException("an event was kept that cannot be read", e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
