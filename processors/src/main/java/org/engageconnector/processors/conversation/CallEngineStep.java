package org.engageconnector.processors.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.engageconnector.journal.Step;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.state.EngineSettings;

/**
 * The bean {@code callEngine}: takes the step of a partition through that partition's engine, and leaves the entries for the
 * journal of conversation events as the body. Thread-safe; each partition is
 * one thread's at a time, and a look at its calls waits for the step at hand.
 */
public final class CallEngineStep implements Processor {

    /** The exchange property under which {@code enrich-from-id-map} leaves the {@link SiteDirectory}. */
    public static final String DIRECTORY = "EngageSiteDirectory";

    private final EngineSettings settings;
    private final EngineMeters meters;
    private final Map<String, EnginePartition> partitions = new ConcurrentHashMap<>();

    public CallEngineStep(EngineSettings settings, EngineMeters meters) {
        this.settings = settings;
        this.meters = meters;
        meters.liveCalls(() -> partitions.values().stream()
                .mapToInt(EnginePartition::liveCalls)
                .sum());
    }

    @Override
    public void process(Exchange exchange) {
        Step step = exchange.getProperty(Step.PROPERTY, Step.class);
        SiteDirectory directory = exchange.getProperty(DIRECTORY, SiteDirectory.class);
        if (step == null || directory == null) {
            throw new IllegalStateException(
                    "callEngine needs the step of engage-events and enrich-from-id-map before it");
        }
        EnginePartition partition =
                partitions.computeIfAbsent(step.partition(), name -> new EnginePartition(name, settings, meters));
        exchange.getMessage().setBody(partition.run(step, directory));
    }

    /** The live calls of all partitions that this instance owns or owned. */
    public List<CallView> calls() {
        return partitions.values().stream()
                .flatMap(partition -> partition.calls().stream())
                .toList();
    }

    /** One call in detail; a consult call shows its parent's conversation. */
    public Optional<CallView.Detail> call(String callUuid) {
        return partitions.values().stream()
                .flatMap(partition -> partition.call(callUuid).stream())
                .findFirst();
    }
}
