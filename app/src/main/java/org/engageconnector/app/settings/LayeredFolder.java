package org.engageconnector.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder of the program with the site's own files laid over it: a file of the site takes the place of the program's file of the
 * same name, every other file stays. What is there is looked at anew at each call, so a file may come and go while the program
 * runs. Immutable.
 *
 * @param layers the folders, the one that wins first; the last is the program's own
 */
public record LayeredFolder(List<Path> layers) {

    public LayeredFolder {
        layers = List.copyOf(layers);
    }

    /** A folder that nothing is laid over. */
    public static LayeredFolder of(Path folder) {
        return new LayeredFolder(List.of(folder));
    }

    /** The file of that name: the first layer's that has it; the program's own where none has it. */
    public Path file(String name) {
        for (Path layer : layers) {
            Path file = layer.resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return layers.get(layers.size() - 1).resolve(name);
    }

    /** A folder below this one, in every layer. */
    public LayeredFolder folder(String name) {
        return new LayeredFolder(
                layers.stream().map(layer -> layer.resolve(name)).toList());
    }

    /** The folders, as a person would look for them. */
    @Override
    public String toString() {
        return layers.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
