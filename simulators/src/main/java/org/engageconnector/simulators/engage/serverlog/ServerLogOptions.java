package org.engageconnector.simulators.engage.serverlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * How logs are written.
 *
 * @param folder where; made when it is missing
 * @param segmentBytes when a file is full and the next one begins, in the middle of a line if need be
 * @param zone of the local time stamps
 * @param charset of texts
 * @param lineEnd of the lines of a dump: {@code \n} or {@code \r\n}
 * @param filter what happens to values of lists, by key
 * @param copies whether events are printed once for each client, and once for the other server of the pair
 * @param traceBytes bytes of SIP messages and trace lines beside each event
 */
public record ServerLogOptions(
        Path folder,
        long segmentBytes,
        ZoneId zone,
        Charset charset,
        String lineEnd,
        ValueFilter filter,
        boolean copies,
        int traceBytes) {

    private static final long TEN_MEGABYTES = 10L << 20;
    private static final int SOME_TRACE = 2_000;

    /** Files of 10 MB, UTF-8, nothing hidden, local time of this machine. */
    public static ServerLogOptions in(Path folder) {
        return new ServerLogOptions(
                folder,
                TEN_MEGABYTES,
                ZoneId.systemDefault(),
                StandardCharsets.UTF_8,
                "\n",
                ValueFilter.NONE,
                true,
                SOME_TRACE);
    }

    public ServerLogOptions withFolder(Path other) {
        return new ServerLogOptions(other, segmentBytes, zone, charset, lineEnd, filter, copies, traceBytes);
    }

    public ServerLogOptions withSegmentBytes(long bytes) {
        return new ServerLogOptions(folder, bytes, zone, charset, lineEnd, filter, copies, traceBytes);
    }

    public ServerLogOptions withZone(ZoneId other) {
        return new ServerLogOptions(folder, segmentBytes, other, charset, lineEnd, filter, copies, traceBytes);
    }

    public ServerLogOptions withCharset(Charset other) {
        return new ServerLogOptions(folder, segmentBytes, zone, other, lineEnd, filter, copies, traceBytes);
    }

    public ServerLogOptions withLineEnd(String other) {
        return new ServerLogOptions(folder, segmentBytes, zone, charset, other, filter, copies, traceBytes);
    }

    public ServerLogOptions withFilter(ValueFilter other) {
        return new ServerLogOptions(folder, segmentBytes, zone, charset, lineEnd, other, copies, traceBytes);
    }

    public ServerLogOptions withCopies(boolean printed) {
        return new ServerLogOptions(folder, segmentBytes, zone, charset, lineEnd, filter, printed, traceBytes);
    }

    public ServerLogOptions withTraceBytes(int bytes) {
        return new ServerLogOptions(folder, segmentBytes, zone, charset, lineEnd, filter, copies, bytes);
    }
}
