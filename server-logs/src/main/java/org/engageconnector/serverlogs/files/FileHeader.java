package org.engageconnector.serverlogs.files;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the head of a log file says; {@code null} and 0 for what it does not say.
 *
 * @param application name of the server
 * @param type of the application, as {@code TServer (1)}
 * @param segment which file of the server's run it is, from 1
 * @param runStart when the server was started, as printed
 * @param localTime when the file was begun, local time as if it were UTC, milliseconds since 1970
 * @param utcOffset local time less UTC, milliseconds
 * @param length bytes of the header, the empty line behind it included; 0 when the file has no header
 * @param lines of the header
 */
public record FileHeader(
        String application,
        String type,
        String host,
        int segment,
        String runStart,
        Long localTime,
        Long utcOffset,
        int length,
        int lines) {

    /** A header is looked for in so many bytes. */
    public static final int LONGEST = 1 << 16;

    /** Of a file that has none. */
    public static final FileHeader NONE = new FileHeader(null, null, null, 0, null, null, null, 0, 0);

    private static final int MOST_LINES = 400;
    private static final Pattern SERVER = Pattern.compile("(T|SIP)[ _-]?Server.*", Pattern.CASE_INSENSITIVE);

    /** Reads the header at the beginning of these bytes: it ends with the empty line after its {@code File:} line. */
    public static FileHeader read(byte[] bytes, int from, int to) {
        Collected found = new Collected();
        int at = from;
        int lines = 0;
        while (at < to && lines < MOST_LINES) {
            int end = at;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip();
            lines++;
            at = Math.min(end + 1, to);
            if (found.last(line)) {
                boolean blank =
                        at < to && (bytes[at] == '\n' || at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n');
                if (blank) {
                    at += bytes[at] == '\n' ? 1 : 2;
                    lines++;
                }
                return found.header(at - from, lines);
            }
            if (line.startsWith("@")) {
                break;
            }
        }
        return NONE;
    }

    /** Whether it is a log of a T-Server or SIP Server, or says nothing of what it is. */
    public boolean ofServer() {
        return type == null || SERVER.matcher(type).matches();
    }

    /** Whether this is the file that the server began when that other one was full. */
    public boolean follows(FileHeader other) {
        boolean sameRun = runStart == null || other.runStart == null || runStart.equals(other.runStart);
        return sameRun && (segment == 0 || other.segment == 0 || segment == other.segment + 1);
    }

    private static final class Collected {
        private String application;
        private String type;
        private String host;
        private String runStart;
        private Long local;
        private Long utc;
        private Integer west;
        private int segment;

        /** Takes a line; gives whether it is the last one of a header. */
        boolean last(String line) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                return false;
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon)) {
                case "Application name" -> application = value;
                case "Application type" -> type = value;
                case "Host name" -> host = value;
                case "Start time (UTC)" -> runStart = value;
                case "Time zone" -> west = seconds(value);
                case "UTC time" -> utc = millis(value);
                case "Local time" -> local = millis(value);
                case "File" -> {
                    int bracket = value.indexOf(')');
                    if (application != null && value.startsWith("(") && bracket > 1) {
                        String number = value.substring(1, bracket).strip();
                        segment = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
                        return true;
                    }
                }
                default -> {}
            }
            return false;
        }

        FileHeader header(int length, int lines) {
            Long offset = utc == null || local == null ? null : (Long) (local - utc);
            if (offset == null && west != null) {
                // without daylight saving: better than nothing, where an event does not say its time itself
                offset = -1000L * west;
            }
            return new FileHeader(application, type, host, segment, runStart, local, offset, length, lines);
        }

        private static Integer seconds(String zone) {
            Matcher number = Pattern.compile("(-?\\d{1,5})\\b.*").matcher(zone);
            return number.matches() ? (Integer) Integer.parseInt(number.group(1)) : null;
        }

        private static Long millis(String text) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
