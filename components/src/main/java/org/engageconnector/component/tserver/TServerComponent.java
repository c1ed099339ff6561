package org.engageconnector.component.tserver;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.engageconnector.component.engage.EngageSetup;
import org.engageconnector.message.ReceivedFrame;

/** Owns the sessions of every {@code tserver:} endpoint, so that they outlive the routes that use them. */
@Component("tserver")
public class TServerComponent extends DefaultComponent {

    @Metadata(description = "The options that endpoints start from.")
    private TServerConfiguration configuration = new TServerConfiguration();

    private EngageSetup<ReceivedFrame> setup;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        TServerEndpoint endpoint = new TServerEndpoint(uri, this, remaining, configuration.copy());
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

    EngageSetup<ReceivedFrame> setup() {
        return setup;
    }

    public TServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(TServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
