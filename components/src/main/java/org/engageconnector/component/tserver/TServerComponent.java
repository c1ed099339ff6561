package org.engageconnector.component.tserver;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.engageconnector.component.engage.EngageComponent;
import org.engageconnector.message.ReceivedFrame;

/** Makes the endpoints of {@code tserver:}, and holds the options that they start from. */
@Component("tserver")
public class TServerComponent extends EngageComponent<ReceivedFrame> {

    @Metadata(description = "The options that endpoints start from.")
    private TServerConfiguration configuration = new TServerConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        TServerEndpoint endpoint = new TServerEndpoint(uri, this, remaining, configuration.copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public TServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(TServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
