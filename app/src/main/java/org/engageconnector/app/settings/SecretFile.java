package org.engageconnector.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the file of a setting: a plain file, or a link to one, of bounded length. A device or a pipe would be read for ever. */
final class SecretFile {

    /** The longest secret, a certificate chain included, is far shorter. */
    static final int MOST_BYTES = 64 << 10;

    private SecretFile() {}

    /** The text without blanks around it; the exception's message says what is wrong with the file. */
    static String read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(Files.isDirectory(file) ? "it is a folder" : "it is a device, a pipe or a socket");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it is longer than 64 KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException e) {
            throw new IOException("it is not there", e);
        }
    }
}
