package org.engageconnector.demo.simulate;

import java.io.PrintStream;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;

/** A strict Genesys Cloud until it is stopped. */
public final class SimulatedGenesysCloud implements AutoCloseable {

    private final GenesysCloudSimulator cloud;

    SimulatedGenesysCloud(int port, int requestsPerMinute, PrintStream out) {
        cloud = GenesysCloudSimulator.builder()
                .port(port)
                .requestsPerMinute(requestsPerMinute)
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
