package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the processes of a world have logged since a moment, to prove with their own words what has hit them. */
final class LogTail {

    private static final int LONGEST = 150;

    private final Path folder;
    private final Map<Path, Long> begin = new LinkedHashMap<>();

    /** From now on. */
    LogTail(Path folder) throws IOException {
        this.folder = folder;
        for (Path log : logs()) {
            begin.put(log, Files.size(log));
        }
    }

    /** The first line that fits, as {@code "a: 12:00:01.123 WARN ..."}; empty when there is none. */
    String first(String pattern) throws IOException {
        Pattern fits = Pattern.compile(pattern);
        return lines().stream()
                .filter(line -> fits.matcher(line).find())
                .findFirst()
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line)
                .map(line -> line.replace('|', '/'))
                .orElse("");
    }

    /** How many lines fit. */
    long count(String pattern) throws IOException {
        Pattern fits = Pattern.compile(pattern);
        return lines().stream().filter(line -> fits.matcher(line).find()).count();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : logs()) {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(all.length, begin.getOrDefault(log, 0L));
            String name = log.getFileName().toString().replaceFirst("-\\d+\\.log$", "");
            new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> lines.add(name + " " + line));
        }
        return lines;
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
