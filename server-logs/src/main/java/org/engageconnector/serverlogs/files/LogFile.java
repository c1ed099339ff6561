package org.engageconnector.serverlogs.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * One log file, or one in an archive.
 *
 * @param name for people: its path, and its name in the archive
 * @param bytes that are read from the disk for it; an estimate for a file in an archive
 */
public record LogFile(String name, long bytes, Opener opener) {

    /** Gives its text from the beginning, each time. */
    public interface Opener {
        /** @param fromDisk gets the number of bytes that were read from the disk, block by block */
        InputStream open(LongConsumer fromDisk) throws IOException;
    }
}
