package org.engageconnector.simulators.engage.serverlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.scenario.Stream;

/**
 * The log of one SIP Server. Guarded by its caller.
 *
 * <p>An event is printed once for all that get it ({@code distribute_event}), and, where {@link ServerLogOptions#copies()} says so,
 * once more for each client and once for the other server of the pair.
 */
public final class ServerLog implements AutoCloseable {

    private static final String VERSION = " [0] 8.1.104.35 ";
    private static final String SOCKET = "[512] (000001f4 ";

    private final ServerLogOptions options;
    private final String application;
    private final DumpText dumps;
    private final TraceText trace;
    private final DateTimeFormatter millis;
    private final DateTimeFormatter tenths;
    private SegmentWriter out;

    /**
     * The log of a run.
     *
     * @param application the server's name
     * @param start when its run begins, milliseconds since 1970
     */
    public ServerLog(ServerLogOptions options, String application, long start) {
        this.options = options;
        this.application = application;
        dumps = new DumpText(options);
        trace = new TraceText(options.traceBytes());
        millis = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(options.zone());
        tenths = DateTimeFormatter.ofPattern("HH:mm:ss.SSSS").withZone(options.zone());
        out = new SegmentWriter(options, application, start);
    }

    /** The server was started anew: a new file, whose number begins again. */
    public void newRun(long start) {
        close();
        out = new SegmentWriter(options, application, start);
    }

    /**
     * An event for all who watch.
     *
     * @param event with its time and number
     * @param time when it happened, milliseconds since 1970
     * @param clients how many get it
     * @param toBackup whether the other server of the pair is told
     */
    public void event(Stream stream, Message event, long time, int clients, boolean toBackup) {
        String name = name(event);
        String body = dumps.text(event);
        String origin = stream == Stream.VQ
                ? "distribute_user_event"
                : stream == Stream.CALL ? "distribute call/party event" : "distribute_event";
        StringBuilder text = new StringBuilder(trace.text(millis(time)));
        text.append(head(time, origin, name)).append(body);
        if (options.copies() && toBackup) {
            text.append(line("[BSYNC] Trace: Send to backup (" + application + ") [" + body.length() + "]:"))
                    .append(line("message " + name))
                    .append(body);
        }
        for (int i = 0; i < clients; i++) {
            if (options.copies() && i > 0) {
                text.append(head(time, "send_to_client", name)).append(body);
            }
            text.append(line(millis(time) + " Trc 04542 " + name + " sent to " + SOCKET + "client-" + (i + 1)
                    + " 127.0.0.1:40001)"));
        }
        if (clients == 0) {
            text.append(line(millis(time) + " -- nobody watches"));
        }
        out.write(text.toString(), time);
    }

    /** An answer to one client. */
    public void answer(Message event, long time) {
        out.write(
                head(time, "send_to_client", name(event))
                        + dumps.text(event)
                        + line(millis(time) + " Trc 04542 " + name(event) + " sent to " + SOCKET
                                + "client 127.0.0.1:40001)"),
                time);
    }

    /** A request of a client. */
    public void request(Message request, long time) {
        String name = name(request);
        out.write(
                line(millis(time) + " Trc 04541 " + name + " received from " + SOCKET + "client 127.0.0.1:40001)")
                        + line("message " + name)
                        + dumps.text(request)
                        + line(millis(time) + " -- created: request(1,client)"),
                time);
    }

    private String head(long time, String origin, String name) {
        return line("@" + tenths.format(Instant.ofEpochMilli(time)) + VERSION + origin + ": message " + name);
    }

    private String millis(long time) {
        return millis.format(Instant.ofEpochMilli(time));
    }

    private String line(String text) {
        return text + options.lineEnd();
    }

    private static String name(Message message) {
        String name = TServerMessage.name(message.number());
        return name == null ? "Message" + message.number() : name;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The server log of " + application + " cannot be closed", e);
        }
    }
}
