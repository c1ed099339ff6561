package org.engageconnector.processors.agentstate;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.engageconnector.directory.Directory;
import org.engageconnector.processors.idmap.DirectoryVersion;

/**
 * The step {@code enrich-from-id-map} of the agent states' routes: leaves the {@link AgentDirectory} of the present version on
 * the exchange. It looks at the {@link DirectoryVersion} and reads the rest only when that changed. Thread-safe.
 */
public final class EnrichAgents implements Processor {

    private final Directory directory;
    private final DirectoryVersion version;
    private final String property;
    private volatile AgentDirectory copy = AgentDirectory.EMPTY;

    /** @param property the exchange property that the next step reads */
    public EnrichAgents(Directory directory, String property) {
        this.directory = directory;
        this.version = new DirectoryVersion(directory::version, System::nanoTime);
        this.property = property;
    }

    @Override
    public void process(Exchange exchange) {
        if (version.get() != copy.version() && directory.ready()) {
            copy = AgentDirectory.read(directory);
        }
        exchange.setProperty(property, copy);
    }
}
