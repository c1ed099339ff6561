package org.engageconnector.processors.idmap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.engageconnector.directory.Directory;
import org.engageconnector.journal.Step;

/**
 * The step {@code enrich-from-id-map} of the call engine's route: leaves the {@link SwitchDirectory} of the partition's switch
 * on the exchange. It asks Redis for the version once per exchange and reads the rest only when that changed. Thread-safe.
 */
public final class EnrichCalls implements Processor {

    private final Directory directory;
    private final String property;
    private final Map<String, SwitchDirectory> copies = new ConcurrentHashMap<>();

    /** @param property the exchange property that the next step reads */
    public EnrichCalls(Directory directory, String property) {
        this.directory = directory;
        this.property = property;
    }

    @Override
    public void process(Exchange exchange) {
        String switchName = exchange.getProperty(Step.PROPERTY, Step.class).partition();
        SwitchDirectory copy = copies.get(switchName);
        if (copy == null || copy.version() != directory.version()) {
            copy = SwitchDirectory.read(directory, switchName);
            copies.put(switchName, copy);
        }
        exchange.setProperty(property, copy);
    }
}
