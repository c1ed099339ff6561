package org.engageconnector.component.statserver;

import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.engage.EngageConsumer;
import org.engageconnector.component.engage.EngageEndpoint;
import org.engageconnector.component.engage.EngageLink;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatServerMessage;

/**
 * Receive the states of agents from a Genesys Stat Server.
 *
 * <p>The body of a consumed exchange is a {@code List<StatEvent>}.
 */
@ManagedResource(description = "Managed Stat Server endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "statserver",
        title = "Stat Server",
        syntax = "statserver:name",
        consumerOnly = true,
        category = {Category.NETWORKING},
        headersClass = StatServerConstants.class)
public class StatServerEndpoint extends EngageEndpoint {

    @UriPath(description = "A name for logs and metrics.")
    @Metadata(required = true)
    private String name;

    @UriParam
    private StatServerConfiguration configuration;

    private volatile StatServerLink link;

    public StatServerEndpoint() {}

    StatServerEndpoint(String uri, StatServerComponent component, String name, StatServerConfiguration configuration) {
        super(uri, component);
        this.name = name;
        this.configuration = configuration;
    }

    @Override
    public StatServerComponent getComponent() {
        return (StatServerComponent) super.getComponent();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        configuration.check();
        StatServerLink.pair(configuration);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EngageConsumer<StatEvent> consumer = new EngageConsumer<>(this, processor, this::plan);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "statserver only consumes: the connector asks Stat Server for nothing else");
    }

    private EngageConsumer.Plan<StatEvent> plan() {
        StatServerLink planned = new StatServerLink(getComponent().setup(), name, configuration, getEndpointUri());
        link = planned;
        return new EngageConsumer.Plan<>(
                getComponent().setup().links(),
                planned.names(),
                planned::acquire,
                (exchange, batch) -> exchange.getMessage().setHeader(StatServerConstants.SIZE, batch.size()),
                configuration.getBatchSize(),
                configuration.getLinger(),
                configuration.getStopTimeout());
    }

    @Override
    protected List<EngageLink<StatEvent>> openLinks() {
        StatServerLink now = link;
        return now == null ? List.of() : now.open();
    }

    @Override
    protected String messageName(int number) {
        return StatServerMessage.name(number);
    }

    @Override
    protected EngageConfiguration options() {
        return configuration;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public StatServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(StatServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
