package org.engageconnector.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceFilesTest {

    private static final Path HOUSE = Path.of("..");

    @Test
    void files_stay_small_enough_to_read_at_once() throws IOException {
        List<Path> files = sources();
        List<Long> sizes = files.stream().map(SourceFilesTest::size).sorted().toList();

        assertThat(files.stream().filter(file -> size(file) > 15 * 1024))
                .as("files above 15 KB")
                .isEmpty();
        assertThat(sizes.get(sizes.size() / 2)).as("median size").isLessThan(3_000);
        assertThat(sizes.get(sizes.size() * 9 / 10)).as("size of nine in ten").isLessThan(7_000);
    }

    @Test
    void every_package_says_what_lives_there() throws IOException {
        assertThat(sources().stream()
                        .filter(file -> file.toString().contains("src/main"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(directory -> !Files.exists(directory.resolve("package-info.java"))))
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/src/generated/"))
                    .toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
