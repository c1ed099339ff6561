package org.engageconnector.serverlogs.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.event.Oddities;
import org.engageconnector.serverlogs.files.FileHeader;
import org.engageconnector.serverlogs.files.LogSegment;
import org.engageconnector.serverlogs.files.LogSeries;

/**
 * Reads the files of one server as if they were one: a line that the end of a file cuts in two goes on behind the next file's
 * header. One thread at a time.
 */
public final class SeriesReader {

    private final LineScanner lines = new LineScanner();
    private final DumpReader dumps;
    private final Oddities oddities;
    private final LongConsumer progress;

    /**
     * A reader of one series.
     *
     * @param site code page of what is not UTF-8
     * @param sink gets events in the order of the log, each once
     * @param progress gets the number of bytes that were read from the disk, block by block
     */
    public SeriesReader(Charset site, Consumer<LoggedEvent> sink, Oddities oddities, LongConsumer progress) {
        dumps = new DumpReader(lines, site, sink, oddities);
        this.oddities = oddities;
        this.progress = progress;
    }

    /** Reads all of it. A file that cannot be read to its end is counted; the next one goes on. */
    public void read(LogSeries series) {
        byte[] half = null;
        FileHeader before = null;
        for (LogSegment segment : series.segments()) {
            String name = segment.file().name();
            try (InputStream in = segment.file().opener().open(progress)) {
                lines.open(in);
                int looked = lines.peek(FileHeader.LONGEST);
                FileHeader header = FileHeader.read(lines.buffer(), lines.position(), lines.position() + looked);
                lines.pass(header.length(), header.lines());
                follow(segment, header, before, half);
                before = header;
                half = readLines();
                if (lines.broken() != null) {
                    throw lines.broken();
                }
            } catch (IOException e) {
                oddities.add("file that breaks off", name, lines.number());
                dumps.breakOff("event cut off by the end of a file");
                half = null;
                before = null;
            }
        }
        if (half != null) {
            dumps.breakOff("event cut off by the end of the log");
        }
        dumps.end();
    }

    private void follow(LogSegment segment, FileHeader header, FileHeader before, byte[] half) {
        boolean goesOn = before == null || header.follows(before);
        if (!goesOn) {
            boolean newRun = before.runStart() != null && !before.runStart().equals(header.runStart());
            if (!newRun) {
                oddities.add("file missing before this one", segment.file().name(), 1);
            }
            dumps.breakOff("event cut off by the end of a file");
            dumps.newRun();
        } else if (half != null) {
            lines.glue(half);
        }
        dumps.file(segment.number(), segment.file().name());
        if (header.localTime() != null && header.utcOffset() != null) {
            dumps.clock().header(header.localTime(), header.utcOffset());
        } else if (segment.localTime() != null && !dumps.clock().known()) {
            long local = segment.localTime();
            int zone = ZoneId.systemDefault()
                    .getRules()
                    .getOffset(LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1000L), 0, ZoneOffset.UTC))
                    .getTotalSeconds();
            dumps.clock().header(local, zone * 1000L);
        }
    }

    /** Gives the beginning of a line that the end of the file cuts; {@code null} when there is none. */
    private byte[] readLines() {
        while (lines.next(dumps.wanted())) {
            if (!lines.whole()) {
                return Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
            }
            dumps.line();
        }
        return null;
    }
}
