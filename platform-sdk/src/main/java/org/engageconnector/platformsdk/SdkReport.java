package org.engageconnector.platformsdk;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found in the site's folder.
 *
 * @param version as the jars' manifests say; {@code unknown} when they do not
 * @param jars how many there are
 * @param missing what is not there, the worst first
 */
public record SdkReport(Path folder, String version, int jars, List<Missing> missing) {

    public SdkReport {
        missing = List.copyOf(missing);
    }

    /** Whether a connection can be made. */
    public boolean works() {
        return missing.stream().noneMatch(Missing::stops);
    }

    /** One line for people. */
    public String summary() {
        String found = "Platform SDK " + version + " in " + folder + " (" + jars + " jars)";
        if (missing.isEmpty()) {
            return found + ", everything that is used is there";
        }
        long stops = missing.stream().filter(Missing::stops).count();
        return found + ", " + stops + " missing without which nothing works, " + (missing.size() - stops)
                + " without which something is lost";
    }
}
