package org.engageconnector.app.genesyscloud;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.OutboundTls;

/** The customer's network between us and Genesys Cloud: proxy, own certificate authorities, our certificate. */
public final class CloudNetwork {

    private CloudNetwork() {}

    /**
     * Makes camel-http of a context go the way that the settings say. To be called after {@link DeliveryParts} has put its own
     * configurer in place, which stays, and before the context starts.
     */
    public static void apply(CamelContext camel, RoleSettings settings) {
        Optional<SSLContextParameters> tls = OutboundTls.http(settings);
        Optional<OutboundProxy> proxy = OutboundProxy.of(settings);
        // the component of http would speak TLS too if it were told
        tls.ifPresent(camel.getComponent("https", HttpComponent.class)::setSslContextParameters);
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent component = camel.getComponent(scheme, HttpComponent.class);
            HttpClientConfigurer before = component.getHttpClientConfigurer();
            proxy.ifPresent(way -> component.setHttpClientConfigurer(builder -> {
                before.configureHttpClient(builder);
                way.configure(builder);
            }));
        }
    }
}
