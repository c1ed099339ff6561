package org.engageconnector.app.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the program's files are, and the environment it was started in. */
public record Home(Path directory, Map<String, String> environment) {

    /** The directory that the launcher names; the working directory when started without it. */
    public static Home ofProcess() {
        return new Home(
                Path.of(System.getProperty("engage.home", "")).toAbsolutePath().normalize(), System.getenv());
    }

    public Path config() {
        return directory.resolve("config");
    }

    /** Where the properties files are: the configuration directory, unless the demo says otherwise. */
    private Path properties() {
        String other = System.getProperty("engage.config");
        return other == null ? config() : Path.of(other);
    }

    public Path routes() {
        return directory.resolve("routes");
    }

    public SettingsReader settings() {
        return new SettingsReader(properties(), environment, hostName());
    }

    private static String hostName() {
        try {
            Path name = Path.of("/etc/hostname");
            if (Files.isReadable(name)) {
                return Files.readString(name).strip();
            }
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        } catch (IOException e) {
            return "localhost";
        }
    }
}
