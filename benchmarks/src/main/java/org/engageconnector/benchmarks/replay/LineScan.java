package org.engageconnector.benchmarks.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The partner of P17: reads the same files block by block and finds the end of every line, nothing else. */
final class LineScan {

    private static final int BLOCK = 1 << 18;

    private LineScan() {}

    /** Gives the number of lines. */
    static long lines(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted().toList();
        }
        long lines = 0;
        byte[] block = new byte[BLOCK];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(block); read > 0; read = in.read(block)) {
                    lines += lines(block, read);
                }
            }
        }
        return lines;
    }

    private static long lines(byte[] block, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
