package org.engageconnector.serverlogs.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The files of one server in the order in which it wrote them.
 *
 * @param server application and host, or the beginning of the files' names
 */
public record LogSeries(String server, List<LogSegment> segments) {

    private static final int LOOKED_AT = 4096;

    /**
     * Finds files and sorts them.
     *
     * @param problem gets the name of what is left out, and why
     */
    public static List<LogSeries> find(List<Path> paths, BiConsumer<String, String> problem) {
        Map<String, List<LogSegment>> byServer = new LinkedHashMap<>();
        Set<String> identities = new HashSet<>();
        int number = 0;
        for (LogFile file : new LogFiles(problem).find(paths)) {
            LogSegment segment = segment(number, file, problem);
            if (segment != null) {
                String identity = segment.identity();
                if (identity != null && !identities.add(identity)) {
                    problem.accept(file.name(), "another of the files is the same segment of " + segment.server());
                } else {
                    byServer.computeIfAbsent(segment.server(), server -> new ArrayList<>())
                            .add(segment);
                    number++;
                }
            }
        }
        List<LogSeries> series = new ArrayList<>();
        byServer.forEach((server, segments) -> {
            segments.sort(Comparator.comparing(LogSeries::runStart)
                    .thenComparing(segment -> segment.header().segment())
                    .thenComparing(LogSegment::stamp)
                    .thenComparing(segment -> segment.file().name()));
            series.add(new LogSeries(server, List.copyOf(segments)));
        });
        return series;
    }

    /** The run's start; a file without it is sorted by the time in its name. */
    private static String runStart(LogSegment segment) {
        return segment.header().runStart() == null ? "" : segment.header().runStart();
    }

    private static LogSegment segment(int number, LogFile file, BiConsumer<String, String> problem) {
        if (LogSegment.ofStatistics(file.name())) {
            problem.accept(file.name(), "a thread's statistics, by its name; it holds no messages");
            return null;
        }
        byte[] head;
        try (InputStream in = file.opener().open(bytes -> {})) {
            head = beginning(in);
        } catch (IOException | RuntimeException e) {
            problem.accept(file.name(), "it cannot be read: " + reason(e));
            return null;
        }
        if (head.length == 0) {
            problem.accept(file.name(), "the file is empty");
            return null;
        }
        for (int i = 0; i < Math.min(head.length, LOOKED_AT); i++) {
            if (head[i] == 0) {
                problem.accept(file.name(), "it is no text");
                return null;
            }
        }
        FileHeader header = FileHeader.read(head, 0, head.length);
        if (!header.ofServer()) {
            problem.accept(
                    file.name(), "a log of " + header.application() + ", which is no T-Server: " + header.type());
            return null;
        }
        return LogSegment.of(number, file, header);
    }

    /** What there is of the first bytes: a file may break off in them. */
    private static byte[] beginning(InputStream in) throws IOException {
        byte[] head = new byte[FileHeader.LONGEST];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < head.length; length += Math.max(0, read)) {
                read = in.read(head, length, head.length - length);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(head, length);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ", " + e.getMessage();
    }
}
