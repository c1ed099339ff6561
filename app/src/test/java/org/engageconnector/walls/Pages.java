package org.engageconnector.walls;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this repository that people read, and the anchors of its pages. */
final class Pages {

    static final Path HOUSE = Path.of("..");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** An anchor that a page sets itself, so that it stays when a heading is reworded. */
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([\\w-]+)\"></a>");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".idea", "secrets");

    private Pages() {}

    /** The pages of the repository: those of docs/ and its folders, and those that lie beside what they are about. */
    static List<Path> all() throws IOException {
        return files(".md");
    }

    /** Every file with one of these endings, but for what a build makes. */
    static List<Path> files(String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(HOUSE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Stream.of(endings).anyMatch(file.toString()::endsWith)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    /** The anchors that GitHub and others make of headings, and those that the page sets. */
    static Set<String> anchors(Path page) throws IOException {
        String text = withoutCode(page);
        return Stream.concat(
                        HEADING.matcher(text)
                                .results()
                                .map(heading -> heading.group(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                        .replace(' ', '-')),
                        ANCHOR.matcher(text).results().map(anchor -> anchor.group(1)))
                .collect(Collectors.toSet());
    }

    static String withoutCode(Path page) throws IOException {
        return Files.readString(page).replaceAll("(?s)```.*?```", "");
    }
}
