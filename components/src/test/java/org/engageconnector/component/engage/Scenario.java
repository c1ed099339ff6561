package org.engageconnector.component.engage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A protocol scenario: one rule, one file. The first line is the rule, the language is in
 * components/src/test/resources/scenarios/README.md.
 */
public record Scenario(String name, String rule, List<Step> steps) {

    /** A line: its number in the file, its verb, and the rest in words. */
    public record Step(int line, String verb, List<String> words) {

        /** This step on one transport: what is written for another one is not done. */
        Step on(String transport) {
            if (!TRANSPORTS.contains(verb)) {
                return this;
            }
            return verb.equals(transport)
                    ? new Step(line, first(), words.subList(1, words.size()))
                    : new Step(line, "not here", List.of());
        }

        /** The first word after the verb. */
        public String first() {
            return words.get(0);
        }
    }

    private static final Set<String> TRANSPORTS = Set.of("tkv", "platform-sdk");

    /** Words, where quotes and braces keep spaces together. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|\\{.*?\\}(?=\\s|$)|\\S)+");

    /** Every scenario of a folder under src/test/resources/scenarios. */
    public static List<Scenario> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios", folder))) {
            return files.sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    Matcher matcher = WORD.matcher(line);
                    List<String> words = new ArrayList<>();
                    while (matcher.find()) {
                        words.add(matcher.group());
                    }
                    steps.add(new Step(i + 1, words.get(0), List.copyOf(words.subList(1, words.size()))));
                }
            }
            String name = file.getFileName().toString().replace(".scn", "");
            return new Scenario(name, lines.get(0).replaceFirst("^#\\s*", ""), List.copyOf(steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + rule;
    }
}
