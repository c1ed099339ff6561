package org.engageconnector.app.replay;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What a replay is asked to do.
 *
 * @param server the switch's name; {@code null} for what the site says
 * @param site a file with who is who; {@code null} for none
 * @param live whether a running connector says who is who
 * @param from the first event's earliest time, milliseconds since 1970
 * @param to the last event's latest time
 * @param call CallUUID, ConnID or number of the calls that are wanted; {@code null} for all
 * @param out where to; {@code null} for standard output
 * @param charset of what is not UTF-8
 * @param personalData whether numbers and attached data are shown
 */
public record ReplayOptions(
        List<Path> paths,
        String server,
        Path site,
        boolean live,
        long from,
        long to,
        String call,
        Form form,
        Path out,
        Charset charset,
        boolean personalData) {

    /** What is written. */
    public enum Form {
        TEXT,
        JSON,
        HTML,
        GOLDEN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
