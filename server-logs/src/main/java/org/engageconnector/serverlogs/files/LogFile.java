package org.engageconnector.serverlogs.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * One log file, or one in an archive.
 *
 * @param name for people: its path, and its name in the archive
 * @param bytes that are read from the disk for it; an estimate for a file in an archive
 */
public record LogFile(String name, long bytes, Opener opener) {

    /** Gives its text from the beginning, each time. */
    public interface Opener {
        InputStream open() throws IOException;
    }
}
