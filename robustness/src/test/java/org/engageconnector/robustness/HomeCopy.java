package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** An installation's routes and configuration, copied so that a test may edit them. */
final class HomeCopy {

    private final Path directory;

    HomeCopy(Path from, Path to) throws IOException {
        this.directory = to;
        for (String part : List.of("routes", "config")) {
            try (var files = Files.walk(from.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    Path directory() {
        return directory;
    }

    String route(String file) throws IOException {
        return Files.readString(directory.resolve("routes").resolve(file));
    }

    /** Saves as an editor does: the new text beside the old, then over it. */
    void save(String file, String text) throws IOException {
        Path target = directory.resolve("routes").resolve(file);
        Path beside = Files.writeString(target.resolveSibling(file + ".tmp"), text);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
