package org.engageconnector.demo.replay;

import java.io.ByteArrayInputStream;
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

/** Reads bytes as the files of one server. */
final class ReadBack {

    final List<LoggedEvent> events = new ArrayList<>();
    final Oddities oddities = new Oddities();

    static ReadBack of(byte[]... files) {
        List<LogSegment> segments = new ArrayList<>();
        for (byte[] file : files) {
            LogFile log = new LogFile("log-" + segments.size(), file.length, read -> new ByteArrayInputStream(file));
            segments.add(new LogSegment(segments.size(), log, FileHeader.read(file, 0, file.length), "sips", ""));
        }
        ReadBack read = new ReadBack();
        new SeriesReader(Replayed.WINDOWS, read.events::add, read.oddities, bytes -> {})
                .read(new LogSeries("sips", segments));
        return read;
    }

    /** What was read, as text that can be compared. */
    List<String> words() {
        return events.stream()
                .map(event -> event.at() + " " + words(event.message()))
                .toList();
    }

    /** A message's attributes in the order of their numbers: a log prints them in another order than a frame has them. */
    static String words(Message message) {
        return message.number() + " "
                + message.attributes().stream()
                        .sorted(java.util.Comparator.comparingInt(Message.Attribute::id))
                        .map(attribute -> attribute.id() + "=" + attribute.value())
                        .toList();
    }
}
