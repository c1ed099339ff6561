package org.engageconnector.app.simulate;

import java.io.PrintStream;
import java.util.Map;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;

/** A strict Genesys Cloud until it is stopped. */
public final class SimulatedGenesysCloud implements AutoCloseable {

    private static final String DEFAULT_PORT = "18080";

    private final GenesysCloudSimulator cloud;

    /** @param options {@code port}, {@code requests-per-minute} */
    public SimulatedGenesysCloud(Map<String, String> options, PrintStream out) {
        cloud = GenesysCloudSimulator.builder()
                .port(Integer.parseInt(options.getOrDefault("port", DEFAULT_PORT)))
                .requestsPerMinute(Integer.parseInt(options.getOrDefault("requests-per-minute", "300")))
                .start();
        out.println("# Genesys Cloud is simulated; watch it: " + cloud.url() + "/");
        out.println("# settings for config/application.properties:");
        cloud.properties().forEach((name, value) -> out.println(name + " = " + value));
    }

    @Override
    public void close() {
        cloud.close();
    }
}
