package org.engageconnector.platformsdk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Makes folders of jars of the stand-in for the Platform SDK: as it is, or changed. What is changed in its text is compiled
 * anew; the switches are a file in its jar.
 */
public final class StandIn {

    private static final Path SOURCES = Path.of("..", "platform-sdk-stand-in", "src", "main");
    private static final Map<Map<String, String>, Path> COMPILED = new HashMap<>();

    private final Map<String, String> edits = new LinkedHashMap<>();
    private final Properties switches = new Properties();
    private final List<Path> others = new ArrayList<>();
    private Predicate<String> kept = entry -> true;
    private String version = "900.10.6";

    private StandIn() {}

    public static StandIn asItIs() {
        return new StandIn();
    }

    /** Replaces a text in all its sources. */
    public StandIn edit(String text, String by) {
        edits.put(text, by);
        return this;
    }

    public StandIn with(String name, String value) {
        switches.setProperty(name, value);
        return this;
    }

    /** Leaves classes out whose path, such as {@code .../EventRinging.class}, has this in it. */
    public StandIn without(String part) {
        Predicate<String> before = kept;
        kept = entry -> before.test(entry) && !entry.contains(part);
        return this;
    }

    public StandIn version(String text) {
        version = text;
        return this;
    }

    /** Puts another jar beside it. */
    public StandIn beside(Path jar) {
        others.add(jar);
        return this;
    }

    /** A folder with one jar. */
    public Path folder() {
        try {
            Path folder = Files.createTempDirectory("stand-in");
            jar(folder.resolve("stand-in.jar"), entry -> true);
            for (Path other : others) {
                Files.copy(other, folder.resolve(other.getFileName()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a part of it as a jar. */
    public void jar(Path jar, Predicate<String> part) {
        Path classes = classes();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String entry = classes.relativize(file).toString().replace('\\', '/');
                if (kept.test(entry) && part.test(entry)) {
                    zip.putNextEntry(new JarEntry(entry));
                    Files.copy(file, zip);
                }
            }
            zip.putNextEntry(new JarEntry("stand-in.properties"));
            switches.store(zip, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path classes() {
        synchronized (COMPILED) {
            return COMPILED.computeIfAbsent(Map.copyOf(edits), StandIn::compile);
        }
    }

    private static Path compile(Map<String, String> edits) {
        try {
            Path work = Files.createTempDirectory("stand-in-sources");
            Path classes = Files.createDirectory(work.resolve("classes"));
            List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString()));
            try (Stream<Path> sources = Files.walk(SOURCES.resolve("java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .toList()) {
                    String text = Files.readString(source);
                    for (Map.Entry<String, String> edit : edits.entrySet()) {
                        text = text.replace(edit.getKey(), edit.getValue());
                    }
                    String packageName = text.replaceFirst("(?s)package ([^;]+);.*", "$1");
                    Path copy = work.resolve(packageName.replace('.', '/'))
                            .resolve(source.getFileName().toString());
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, text);
                    arguments.add(copy.toString());
                }
            }
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new IllegalStateException("the stand-in does not compile with " + edits);
            }
            resources(classes);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resources(Path classes) throws IOException {
        Path root = SOURCES.resolve("resources");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = classes.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
