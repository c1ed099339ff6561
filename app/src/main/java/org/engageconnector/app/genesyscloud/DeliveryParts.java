package org.engageconnector.app.genesyscloud;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.engageconnector.component.journal.delivery.DeliveryOwner;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.processors.delivery.AnswerListener;
import org.engageconnector.processors.delivery.CamelTokenRequest;
import org.engageconnector.processors.delivery.DeliveryAnswer;
import org.engageconnector.processors.delivery.GenesysCloudHttp;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;
import org.engageconnector.processors.delivery.OAuthClients;
import org.engageconnector.processors.delivery.Pacer;
import org.engageconnector.processors.delivery.ToBatchRequest;
import org.engageconnector.processors.delivery.TokenRequest;
import org.engageconnector.processors.delivery.Tokens;

/**
 * What talks to Genesys Cloud in one role: HTTP client, OAuth clients with token and pacer each, and the beans of the {@code deliver-*} routes. The role
 * needs the route {@code genesys-cloud-token} too.
 */
public final class DeliveryParts implements AutoCloseable {

    private static final long CONNECT_MILLIS = 2_000;
    private static final int CONNECTIONS = 20;

    private final GenesysCloudHttp http;
    private final OAuthClients clients;

    /**
     * Binds {@code pacer} and makes camel-http fit for Genesys Cloud.
     *
     * @param minimumShares of the pacer, by path; empty when the role has one path
     * @param requestLimit how long a request may take that says nothing else
     * @param client each OAuth client of the role, asked when a token is needed; gives null while it is not known
     */
    public DeliveryParts(
            CamelContext camel,
            String apiUrl,
            String loginUrl,
            double quotaShare,
            Map<String, Double> minimumShares,
            Duration requestLimit,
            List<Supplier<OAuthClient>> client) {
        ThreadLocal<Supplier<OAuthClient>> asking = new ThreadLocal<>();
        http = new GenesysCloudHttp(
                apiUrl, loginUrl, requestLimit, () -> asking.get().get());
        List<Pacer> pacers = new ArrayList<>();
        List<Tokens> tokens = new ArrayList<>();
        TokenRequest request = new CamelTokenRequest(camel);
        for (Supplier<OAuthClient> each : client) {
            pacers.add(new Pacer(quotaShare, minimumShares));
            tokens.add(new Tokens(() -> {
                asking.set(each);
                try {
                    return request.ask();
                } finally {
                    asking.remove();
                }
            }));
        }
        clients = new OAuthClients(pacers, tokens, System::nanoTime);
        http.tokens(clients::bearer);
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent component = camel.getComponent(scheme, HttpComponent.class);
            component.setHttpClientConfigurer(http);
            component.setConnectTimeout(CONNECT_MILLIS);
            component.setConnectionRequestTimeout(CONNECT_MILLIS);
            component.setResponseTimeout(requestLimit.toMillis());
            component.setConnectionsPerRoute(CONNECTIONS * client.size());
        }
        camel.getRegistry().bind("pacer", clients);
    }

    /** Binds what a {@code deliver-*} route names, and gives back the owner, which is to be closed after the routes. */
    public DeliveryOwner deliver(CamelContext camel, RedisConnection redis, String role, MeterRegistry meters) {
        return deliver(camel, redis, role, meters, AnswerListener.NONE);
    }

    /** As {@link #deliver(CamelContext, RedisConnection, String, MeterRegistry)}; the listener is told every answer. */
    public DeliveryOwner deliver(
            CamelContext camel, RedisConnection redis, String role, MeterRegistry meters, AnswerListener listener) {
        camel.getRegistry().bind("toBatchRequest", new ToBatchRequest());
        camel.getRegistry().bind("deliveryAnswer", new DeliveryAnswer(clients, meters, listener));
        DeliveryOwner owner = new DeliveryOwner(redis, role, meters);
        camel.getRegistry().bind("deliveryOwner", owner);
        return owner;
    }

    public OAuthClients clients() {
        return clients;
    }

    /** Requests to Genesys Cloud so far. */
    public long requests() {
        return http.requests();
    }

    @Override
    public void close() {
        http.close();
    }
}
