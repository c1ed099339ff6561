package org.engageconnector.processors.idmap;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.engageconnector.directory.Directory;

/**
 * The step {@code enrich-from-id-map} of the agent states' routes: leaves the {@link AgentDirectory} of the present version on
 * the exchange. It asks Redis for the version with each exchange and reads the rest only when that changed. Thread-safe.
 */
public final class EnrichAgents implements Processor {

    private final Directory directory;
    private final String property;
    private volatile AgentDirectory copy = AgentDirectory.EMPTY;

    /** @param property the exchange property that the next step reads */
    public EnrichAgents(Directory directory, String property) {
        this.directory = directory;
        this.property = property;
    }

    @Override
    public void process(Exchange exchange) {
        if (directory.version() != copy.version() && directory.ready()) {
            copy = AgentDirectory.read(directory);
        }
        exchange.setProperty(property, copy);
    }
}
