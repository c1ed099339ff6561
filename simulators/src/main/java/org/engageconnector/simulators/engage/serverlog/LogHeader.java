package org.engageconnector.simulators.engage.serverlog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The head of a log file. */
public final class LogHeader {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private LogHeader() {}

    /**
     * The header's text, its empty last line included.
     *
     * @param application name of the server
     * @param segment which file of its run, from 1
     * @param now when the file begins, milliseconds since 1970
     * @param start when the server's run began, the same
     * @param path of the file
     */
    public static String text(
            String application, int segment, long now, long start, ZoneId zone, String path, String lineEnd) {
        Instant at = Instant.ofEpochMilli(now);
        int west = -zone.getRules().getStandardOffset(at).getTotalSeconds();
        boolean summer = zone.getRules().isDaylightSavings(at);
        return String.join(
                lineEnd,
                "SIP Server, version 8.1.104.35 (simulated)",
                "Genesys T-Server libraries 8.1 (simulated)",
                "",
                "Application name:        " + application,
                "Application type:        TServer (1)",
                "Application version:     8.1.104.35",
                "Command line:            sip_server -app " + application,
                "Host name:               " + application.toLowerCase(Locale.ROOT) + ".example",
                "DST:                     TZ = " + (summer ? 1 : 0) + ", timeb = " + (summer ? 1 : 0),
                "Time zone:               " + west + ", " + zone.getId() + ", " + zone.getId(),
                "UTC time:                " + MILLIS.withZone(ZoneOffset.UTC).format(at),
                "Local time:              " + MILLIS.withZone(zone).format(at),
                "Start time (UTC):        " + SECONDS.withZone(ZoneOffset.UTC).format(Instant.ofEpochMilli(start)),
                "Running time:            0:00:00:00",
                "Host info:               Linux, simulated",
                "File:                    (" + segment + ") " + path,
                "",
                "");
    }
}
