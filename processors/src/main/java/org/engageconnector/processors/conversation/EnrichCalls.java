package org.engageconnector.processors.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.engageconnector.directory.Directory;
import org.engageconnector.journal.Step;
import org.engageconnector.processors.idmap.DirectoryVersion;

/**
 * The step {@code enrich-from-id-map} of the call engine's route: leaves the {@link SwitchDirectory} of the partition's switch
 * on the exchange. It looks at the {@link DirectoryVersion} and reads the rest only when that changed. Thread-safe.
 */
public final class EnrichCalls implements Processor {

    private final Directory directory;
    private final DirectoryVersion version;
    private final String property;
    private final Map<String, SwitchDirectory> copies = new ConcurrentHashMap<>();

    /** @param property the exchange property that the next step reads */
    public EnrichCalls(Directory directory, String property) {
        this.directory = directory;
        this.version = new DirectoryVersion(directory::version, System::nanoTime);
        this.property = property;
    }

    @Override
    public void process(Exchange exchange) {
        String switchName = exchange.getProperty(Step.PROPERTY, Step.class).partition();
        SwitchDirectory copy = copies.get(switchName);
        if (copy == null || copy.version() != version.get()) {
            copy = SwitchDirectory.read(directory, switchName);
            copies.put(switchName, copy);
        }
        exchange.setProperty(property, copy);
    }
}
