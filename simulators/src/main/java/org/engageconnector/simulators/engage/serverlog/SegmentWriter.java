package org.engageconnector.simulators.engage.serverlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** Writes bytes into files that are full at a given size, in the middle of a line if need be, each with a header. Not thread-safe. */
final class SegmentWriter implements AutoCloseable {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss_SSS");
    private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServerLogOptions options;
    private final String application;
    private final long start;
    private OutputStream out;
    private long left;
    private int segment;
    private long flushed;

    /** @param start when the server's run began, milliseconds since 1970 */
    SegmentWriter(ServerLogOptions options, String application, long start) {
        this.options = options;
        this.application = application;
        this.start = start;
    }

    /** @param now event time, milliseconds since 1970 */
    void write(String text, long now) {
        byte[] bytes = text.getBytes(options.charset());
        try {
            int from = 0;
            while (from < bytes.length) {
                if (left <= 0) {
                    next(now);
                }
                int length = (int) Math.min(left, bytes.length - from);
                out.write(bytes, from, length);
                from += length;
                left -= length;
            }
            if (System.nanoTime() - flushed > FLUSH_NANOS) {
                out.flush();
                flushed = System.nanoTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The server log in " + options.folder() + " cannot be written", e);
        }
    }

    private void next(long now) throws IOException {
        close();
        Files.createDirectories(options.folder());
        Path file;
        long at = now;
        do {
            file = options.folder()
                    .resolve(application + "." + STAMP.withZone(options.zone()).format(Instant.ofEpochMilli(at++))
                            + ".log");
        } while (Files.exists(file));
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        String header =
                LogHeader.text(application, ++segment, now, start, options.zone(), file.toString(), options.lineEnd());
        out.write(header.getBytes(options.charset()));
        left = options.segmentBytes();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
