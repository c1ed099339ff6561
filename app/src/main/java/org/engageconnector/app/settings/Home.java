package org.engageconnector.app.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the program's files are, and the environment it was started in. */
public record Home(Path directory, Map<String, String> environment) {

    /** The directory that the launcher names; the working directory when started without it. */
    public static Home ofProcess() {
        return new Home(
                Path.of(System.getProperty("engage.home", "")).toAbsolutePath().normalize(), System.getenv());
    }

    /** {@code config/}, with the site's own files laid over it. */
    public LayeredFolder config() {
        return layered("config");
    }

    /** {@code routes/}, with the site's own files laid over it. */
    public LayeredFolder routes() {
        return layered("routes");
    }

    private LayeredFolder layered(String name) {
        return new LayeredFolder(List.of(site().resolve(name), directory.resolve(name)));
    }

    /** The site's own files: {@code ENGAGE_SITE}, by default {@code site/} beside {@code config/}; it need not exist. */
    private Path site() {
        String named = environment.get("ENGAGE_SITE");
        return named == null || named.isBlank() ? directory.resolve("site") : Path.of(named);
    }

    /** Where the properties files are: the configuration directory, unless the demo says otherwise. */
    private LayeredFolder properties() {
        String other = System.getProperty("engage.config");
        return other == null ? config() : LayeredFolder.of(Path.of(other));
    }

    public SettingsReader settings() {
        return new SettingsReader(properties(), environment, hostName());
    }

    /** What this machine is called. */
    public static String hostName() {
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
