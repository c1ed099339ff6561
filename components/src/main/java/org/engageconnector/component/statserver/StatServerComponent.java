package org.engageconnector.component.statserver;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.message.StatEvent;

/** Owns the sessions of every {@code statserver:} endpoint, so that they outlive the routes that use them. */
@Component("statserver")
public class StatServerComponent extends DefaultComponent {

    @Metadata(description = "The options that endpoints start from.")
    private StatServerConfiguration configuration = new StatServerConfiguration();

    private EngageSetup<StatEvent> setup;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        StatServerEndpoint endpoint = new StatServerEndpoint(uri, this, remaining, configuration.copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        setup = new EngageSetup<>(getCamelContext(), this);
    }

    @Override
    protected void doStop() throws Exception {
        if (setup != null) {
            setup.close();
            setup = null;
        }
        super.doStop();
    }

    EngageSetup<StatEvent> setup() {
        return setup;
    }

    public StatServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(StatServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
