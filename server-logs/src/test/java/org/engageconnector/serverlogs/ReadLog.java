package org.engageconnector.serverlogs;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.message.Message;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.event.Oddities;
import org.engageconnector.serverlogs.files.FileHeader;
import org.engageconnector.serverlogs.files.LogFile;
import org.engageconnector.serverlogs.files.LogSegment;
import org.engageconnector.serverlogs.files.LogSeries;
import org.engageconnector.serverlogs.text.SeriesReader;

/** Reads texts as if they were the files of one server. */
final class ReadLog {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    final List<LoggedEvent> events = new ArrayList<>();
    final Oddities oddities = new Oddities();

    static ReadLog of(String... files) {
        byte[][] bytes = new byte[files.length][];
        for (int i = 0; i < files.length; i++) {
            bytes[i] = files[i].getBytes(StandardCharsets.UTF_8);
        }
        return of(bytes);
    }

    static ReadLog of(byte[]... files) {
        List<LogSegment> segments = new ArrayList<>();
        for (byte[] file : files) {
            LogFile log = new LogFile("log-" + segments.size(), file.length, read -> new ByteArrayInputStream(file));
            segments.add(new LogSegment(segments.size(), log, FileHeader.read(file, 0, file.length), "sips", ""));
        }
        ReadLog read = new ReadLog();
        new SeriesReader(WINDOWS, read.events::add, read.oddities, bytes -> {}).read(new LogSeries("sips", segments));
        return read;
    }

    Message only() {
        if (events.size() != 1) {
            throw new AssertionError(events.size() + " events, odd: " + oddities.kinds());
        }
        return events.get(0).message();
    }
}
