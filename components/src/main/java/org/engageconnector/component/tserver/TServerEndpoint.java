package org.engageconnector.component.tserver;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.engageconnector.component.engage.EngageConsumer;
import org.engageconnector.component.engage.EngageLink;
import org.engageconnector.component.engage.LastEvent;
import org.engageconnector.component.engage.SessionState;
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
public class TServerEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

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

    @ManagedAttribute(description = "Whether every session of this endpoint is up")
    public boolean isConnected() {
        List<EngageLink<ReceivedFrame>> open = openLinks();
        return !open.isEmpty() && open.stream().allMatch(link -> link.state() == SessionState.UP);
    }

    @ManagedAttribute(
            description = "One line per session: name, state, server, the role it said, last event and its time")
    public List<String> getSessions() {
        return openLinks().stream().map(this::describe).toList();
    }

    @ManagedAttribute(
            description = "The role that the server of the first session said last: primary, backup or unknown")
    public String getServerRole() {
        return openLinks().stream()
                .findFirst()
                .map(link -> link.lastEvent().role())
                .orElse("unknown");
    }

    @ManagedAttribute(description = "When a message last came on any session; empty before the first")
    public Date getLastEvent() {
        return openLinks().stream()
                .map(link -> link.lastEvent().millis())
                .filter(millis -> millis > 0)
                .max(Long::compare)
                .map(Date::new)
                .orElse(null);
    }

    @ManagedOperation(description = "Closes every session of this endpoint and connects again at once")
    public void reconnectNow() {
        openLinks().forEach(EngageLink::reconnect);
    }

    @Override
    public String getServiceUrl() {
        return configuration.getServers() != null ? configuration.getServers() : configuration.getPrimary();
    }

    @Override
    public String getServiceProtocol() {
        return configuration.getTransport();
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

    private List<EngageLink<ReceivedFrame>> openLinks() {
        return links == null ? List.of() : links.open();
    }

    private String describe(EngageLink<ReceivedFrame> link) {
        LastEvent last = link.lastEvent();
        String event = last.millis() == 0
                ? "nothing"
                : TServerMessage.name(last.number()) + " at " + Instant.ofEpochMilli(last.millis());
        return link.name() + ": " + link.state() + ", " + link.member() + ", role " + last.role() + ", last " + event;
    }
}
