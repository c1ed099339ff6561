package org.engageconnector.component.statserver;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.engageconnector.component.engage.EngageComponent;
import org.engageconnector.message.StatEvent;

/** Makes the endpoints of {@code statserver:}, and holds the options that they start from. */
@Component("statserver")
public class StatServerComponent extends EngageComponent<StatEvent> {

    @Metadata(description = "The options that endpoints start from.")
    private StatServerConfiguration configuration = new StatServerConfiguration();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        StatServerEndpoint endpoint = new StatServerEndpoint(uri, this, remaining, configuration.copy());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    public StatServerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(StatServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
