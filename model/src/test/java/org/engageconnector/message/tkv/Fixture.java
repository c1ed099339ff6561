package org.engageconnector.message.tkv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;

/** A frame from src/test/resources/tkv: its bytes, and the lines that say what must come out. */
record Fixture(String name, byte[] bytes, List<String> expected) {

    private static final Path FOLDER = Path.of("src/test/resources/tkv");

    static List<Fixture> accepted() {
        return in(FOLDER);
    }

    /** Frames with text that is not UTF-8. */
    static List<Fixture> foreign() {
        return in(FOLDER.resolve("foreign"));
    }

    static List<Fixture> refused() {
        return in(FOLDER.resolve("refused"));
    }

    /** The reason of a fixture that must be refused. */
    String reason() {
        return expected.get(0).substring("refused ".length());
    }

    /** A message in the words of the fixture files. */
    static List<String> describe(Message message) {
        List<String> lines = new ArrayList<>();
        lines.add("message " + message.number());
        message.attributes().forEach(attribute -> lines.add(attribute.id() + " " + describe(attribute.value())));
        return lines;
    }

    private static String describe(Object value) {
        if (value instanceof String text) {
            return '"' + text + '"';
        } else if (value instanceof Integer number) {
            return "int " + number;
        } else if (value instanceof Long number) {
            return "long " + number;
        } else if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        }
        return ((KeyValueList) value)
                .pairs().stream()
                        .map(pair -> pair.key() + ": " + describe(pair.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<Fixture> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("= ")) {
                    expected.add(line.substring(2));
                } else {
                    String hex = line.split("#", 2)[0].replace(" ", "");
                    bytes.writeBytes(HexFormat.of().parseHex(hex));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fixture(file.getFileName().toString(), bytes.toByteArray(), expected);
    }

    @Override
    public String toString() {
        return name;
    }
}
