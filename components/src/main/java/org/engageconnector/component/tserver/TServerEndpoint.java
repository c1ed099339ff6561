package org.engageconnector.component.tserver;

import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
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
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerMessage;

/**
 * Receive the events of Genesys SIP Servers (T-Servers), and send requests to them.
 *
 * <p>The body of a consumed exchange is a {@code List<ReceivedFrame>}.
 */
@ManagedResource(description = "Managed T-Server endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "tserver",
        title = "T-Server",
        syntax = "tserver:switchName",
        category = {Category.NETWORKING},
        headersClass = TServerConstants.class)
public class TServerEndpoint extends EngageEndpoint {

    @UriPath(description = "The name of the switch in the Config DB.")
    @Metadata(required = true)
    private String switchName;

    @UriParam
    private TServerConfiguration configuration;

    private volatile TServerLinks links;

    public TServerEndpoint() {}

    TServerEndpoint(String uri, TServerComponent component, String switchName, TServerConfiguration configuration) {
        super(uri, component);
        this.switchName = switchName;
        this.configuration = configuration;
    }

    @Override
    public TServerComponent getComponent() {
        return (TServerComponent) super.getComponent();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        configuration.check();
        TServerLinks.pairs(switchName, configuration);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EngageConsumer<ReceivedFrame> consumer = new EngageConsumer<>(this, processor, this::plan);
        configureConsumer(consumer);
        return consumer;
    }

    private EngageConsumer.Plan<ReceivedFrame> plan() {
        links = new TServerLinks(getComponent().setup(), switchName, configuration, getEndpointUri());
        return new EngageConsumer.Plan<>(
                getComponent().setup().links(),
                links.names(),
                links::acquire,
                TServerEndpoint::describe,
                configuration.getBatchSize(),
                configuration.getLinger(),
                configuration.getStopTimeout());
    }

    private static void describe(Exchange exchange, List<ReceivedFrame> batch) {
        exchange.getMessage().setHeader(TServerConstants.SERVER, batch.get(0).server());
        exchange.getMessage().setHeader(TServerConstants.FAMILY, batch.get(0).family());
        exchange.getMessage().setHeader(TServerConstants.SIZE, batch.size());
    }

    @Override
    public Producer createProducer() {
        return new TServerProducer(this);
    }

    @Override
    protected List<EngageLink<ReceivedFrame>> openLinks() {
        TServerLinks now = links;
        return now == null ? List.of() : now.open();
    }

    @Override
    protected String messageName(int number) {
        return TServerMessage.name(number);
    }

    @Override
    protected EngageConfiguration options() {
        return configuration;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getServers() != null ? configuration.getServers() : super.getServiceUrl();
    }

    public String getSwitchName() {
        return switchName;
    }

    public void setSwitchName(String switchName) {
        this.switchName = switchName;
    }

    public TServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(TServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
