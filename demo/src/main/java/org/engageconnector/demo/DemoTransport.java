package org.engageconnector.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;

/**
 * The transport of a demo. The simulators speak the open framing, which the real Platform SDK does not: in a demo the stand-in
 * of the source tree takes its place.
 */
final class DemoTransport {

    static final String TKV = "tkv";
    static final String PLATFORM_SDK = "platform-sdk";
    static final List<String> WORDS = List.of(TKV, PLATFORM_SDK);

    private static final String FOLDER = "EX_ENGAGE_PLATFORM_SDK_PATH";

    private DemoTransport() {}

    /** The settings that make it so. */
    static Map<String, String> settings(String transport, Home home) {
        if (transport.equals(TKV)) {
            return Map.of();
        }
        String named = home.environment().get(FOLDER);
        Path folder = named != null ? Path.of(named) : home.directory().resolve("platform-sdk-stand-in/target/sdk");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no stand-in for the Platform SDK at " + folder,
                    named != null ? FOLDER : "the source tree",
                    "build it from the source tree with `mvn -pl platform-sdk-stand-in package`, or name its folder in "
                            + FOLDER + "; the real SDK cannot speak with simulators");
        }
        return Map.of("ex.engage.transport", PLATFORM_SDK, "ex.engage.platform-sdk.path", folder.toString());
    }
}
