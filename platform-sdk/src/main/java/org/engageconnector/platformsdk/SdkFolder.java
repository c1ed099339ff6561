package org.engageconnector.platformsdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The jars of the site's folder, and which classes of the SDK they have. */
final class SdkFolder {

    private static final int MOST_JARS = 500;
    private static final String SDK = "com/genesyslab/platform/";
    private static final String CLASS = ".class";

    private final Path folder;
    private final List<Path> jars;
    private final Map<String, Path> classes = new HashMap<>();
    private final TreeSet<String> versions = new TreeSet<>();

    private SdkFolder(Path folder, List<Path> jars) {
        this.folder = folder;
        this.jars = jars;
    }

    /** @throws PlatformSdkException when it is no folder that can be used */
    static SdkFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PlatformSdkException(
                    folder + " is no folder; put the jars of the Platform SDK for Java and its Netty jars into one");
        }
        SdkFolder read = new SdkFolder(folder, list(folder));
        if (read.jars.isEmpty()) {
            throw new PlatformSdkException("no jars are in " + folder
                    + "; put the jars of the Platform SDK for Java and its Netty jars there");
        }
        read.jars.forEach(read::index);
        if (read.classes.isEmpty()) {
            throw new PlatformSdkException(
                    "none of the " + read.jars.size() + " jars in " + folder
                            + " is of the Platform SDK; voiceprotocol, reportingprotocol and those that they need must be there");
        }
        return read;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .limit(MOST_JARS + 1L)
                    .toList();
            if (jars.size() > MOST_JARS) {
                throw new PlatformSdkException("more than " + MOST_JARS + " jars are in " + folder
                        + "; a folder with nothing but the SDK's jars is wanted");
            }
            return jars;
        } catch (IOException e) {
            throw new PlatformSdkException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void index(Path jar) {
        List<String> own = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(SDK) && name.endsWith(CLASS))
                    .forEach(own::add);
            Manifest manifest = file.getManifest();
            if (!own.isEmpty() && manifest != null) {
                String version = manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                if (version != null) {
                    versions.add(version);
                }
            }
        } catch (IOException e) {
            throw new PlatformSdkException(jar + " cannot be read: " + e.getMessage() + "; copy it again", e);
        }
        for (String name : own) {
            Path other = classes.putIfAbsent(name, jar);
            if (other != null) {
                throw new PlatformSdkException(
                        "two versions of the Platform SDK are in " + folder + ": " + other.getFileName() + " and "
                                + jar.getFileName() + " have the same classes; keep one version");
            }
        }
    }

    Path path() {
        return folder;
    }

    List<Path> jars() {
        return jars;
    }

    String version() {
        return versions.isEmpty() ? "unknown" : String.join(", ", versions);
    }

    /** The full names of the classes of that name below a package, at any depth. */
    List<String> named(String under, String simpleName) {
        String prefix = under.replace('.', '/') + "/";
        String end = "/" + simpleName + CLASS;
        return classes.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(end))
                .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                .sorted()
                .toList();
    }
}
