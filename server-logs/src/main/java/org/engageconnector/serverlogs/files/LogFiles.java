package org.engageconnector.serverlogs.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the log files behind paths: files, those of folders, those in {@code .zip} archives; plain or {@code .gz}. */
final class LogFiles {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_FILES = 100_000;

    /** What may lie beside logs and says who is who. */
    private static final String SITE = "site.yaml";

    private final BiConsumer<String, String> problem;
    private final List<LogFile> found = new ArrayList<>();

    /** @param problem gets the name of what cannot be read, and why */
    LogFiles(BiConsumer<String, String> problem) {
        this.problem = problem;
    }

    List<LogFile> find(List<Path> paths) {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else if (!Files.exists(path)) {
                problem.accept(path.toString(), "there is no such file");
            } else {
                file(path);
            }
        }
        return found;
    }

    private void folder(Path folder) {
        List<Path> inside;
        try (Stream<Path> entries = Files.list(folder)) {
            inside = entries.sorted().toList();
        } catch (IOException e) {
            problem.accept(folder.toString(), "the folder cannot be read");
            return;
        }
        for (Path path : inside) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else if (!path.endsWith(SITE)) {
                file(path);
            }
        }
    }

    private void file(Path path) {
        if (found.size() >= MOST_FILES) {
            problem.accept(path.toString(), "more than " + MOST_FILES + " files");
            return;
        }
        try {
            if (!Files.isRegularFile(path)) {
                problem.accept(path.toString(), "it is no regular file");
            } else if (Files.size(path) == 0) {
                problem.accept(path.toString(), "the file is empty");
            } else if (path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
                archive(path);
            } else {
                found.add(new LogFile(
                        path.toString(),
                        Files.size(path),
                        fromDisk -> unpacked(new CountedStream(Files.newInputStream(path), fromDisk))));
            }
        } catch (IOException e) {
            problem.accept(path.toString(), "it cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private void archive(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    String name = entry.getName();
                    long bytes = Math.max(0, entry.getCompressedSize());
                    found.add(new LogFile(path + "!" + name, bytes, fromDisk -> entry(path, name, fromDisk)));
                }
            }
        }
    }

    private static InputStream entry(Path path, String name, LongConsumer fromDisk) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            InputStream in = zip.getInputStream(zip.getEntry(name));
            fromDisk.accept(Math.max(0, zip.getEntry(name).getCompressedSize()));
            return new ClosesBoth(unpacked(in), zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Unpacks what begins as {@code .gz} does, whatever its name. */
    private static InputStream unpacked(InputStream in) throws IOException {
        try {
            BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
            buffered.mark(2);
            boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
            buffered.reset();
            return packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static final class ClosesBoth extends java.io.FilterInputStream {
        private final ZipFile zip;

        ClosesBoth(InputStream in, ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }
}
