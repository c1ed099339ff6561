package org.engageconnector.serverlogs.files;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log file and what its head and name say.
 *
 * @param number of the file among all files
 * @param server who wrote it: application and host, else the beginning of the file's name
 * @param stamp the time in the file's name, {@code yyyyMMdd_HHmmss_mmm}; empty when there is none
 */
public record LogSegment(int number, LogFile file, FileHeader header, String server, String stamp) {

    private static final Pattern NAME = Pattern.compile(
            "(?:^|.*[/\\\\!])([^/\\\\!]*?)\\.?(\\d{8}_\\d{6}(?:_\\d{1,3})?)?(?:\\.log|\\.txt)?(?:\\.gz)?$");

    private static final Pattern TIME = Pattern.compile("(\\d{8})_(\\d{6})(?:_\\d{1,3})?");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static LogSegment of(int number, LogFile file, FileHeader header) {
        Matcher name = NAME.matcher(file.name());
        String base = name.matches() ? name.group(1) : file.name();
        String stamp = name.matches() && name.group(2) != null ? name.group(2) : "";
        String server = header.application() == null
                ? base
                : header.application() + (header.host() == null ? "" : "@" + header.host());
        return new LogSegment(number, file, header, server, stamp);
    }

    /** When the file was begun by its name, local time as if it were UTC, milliseconds since 1970; {@code null} when it does not say. */
    public Long localTime() {
        Matcher time = TIME.matcher(stamp);
        if (!time.matches()) {
            return null;
        }
        try {
            return LocalDateTime.parse(time.group(1) + time.group(2), DIGITS)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Whether a file's name is that of another thread's log, which holds statistics and no messages. */
    static boolean ofStatistics(String name) {
        return name.matches(".*-\\d+\\.\\d{8}_\\d{6}(_\\d{1,3})?\\.log(\\.gz)?");
    }

    /** What two copies of one file have in common; {@code null} when it is not known. */
    String identity() {
        return header.segment() == 0 || header.runStart() == null
                ? null
                : server + "|" + header.runStart() + "|" + header.segment() + "|" + header.localTime();
    }
}
