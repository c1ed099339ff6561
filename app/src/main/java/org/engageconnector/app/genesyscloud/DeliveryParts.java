package org.engageconnector.app.genesyscloud;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
import org.engageconnector.processors.delivery.Pacer;
import org.engageconnector.processors.delivery.ToBatchRequest;
import org.engageconnector.processors.delivery.Tokens;

/**
 * What talks to Genesys Cloud in one role: HTTP client, token, pacer, and the beans of the {@code deliver-*} routes. The role
 * needs the route {@code genesys-cloud-token} too.
 */
public final class DeliveryParts implements AutoCloseable {

    private static final long CONNECT_MILLIS = 2_000;

    private final GenesysCloudHttp http;
    private final Pacer pacer;
    private final Tokens tokens;

    /**
     * Binds {@code pacer} and makes camel-http fit for Genesys Cloud.
     *
     * @param minimumShares of the pacer, by path; empty when the role has one path
     * @param requestLimit how long a request may take that says nothing else
     * @param client asked when a token is needed; null while it is not known
     */
    public DeliveryParts(
            CamelContext camel,
            String apiUrl,
            String loginUrl,
            double quotaShare,
            Map<String, Double> minimumShares,
            Duration requestLimit,
            Supplier<OAuthClient> client) {
        http = new GenesysCloudHttp(apiUrl, loginUrl, requestLimit, client);
        tokens = new Tokens(new CamelTokenRequest(camel));
        http.tokens(tokens);
        pacer = new Pacer(quotaShare, minimumShares);
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent component = camel.getComponent(scheme, HttpComponent.class);
            component.setHttpClientConfigurer(http);
            component.setConnectTimeout(CONNECT_MILLIS);
            component.setConnectionRequestTimeout(CONNECT_MILLIS);
            component.setResponseTimeout(requestLimit.toMillis());
        }
        camel.getRegistry().bind("pacer", pacer);
    }

    /** Binds what a {@code deliver-*} route names, and gives back the owner, which is to be closed after the routes. */
    public DeliveryOwner deliver(CamelContext camel, RedisConnection redis, String role, MeterRegistry meters) {
        return deliver(camel, redis, role, meters, AnswerListener.NONE);
    }

    /** As {@link #deliver(CamelContext, RedisConnection, String, MeterRegistry)}; the listener is told every answer. */
    public DeliveryOwner deliver(
            CamelContext camel, RedisConnection redis, String role, MeterRegistry meters, AnswerListener listener) {
        camel.getRegistry().bind("toBatchRequest", new ToBatchRequest());
        camel.getRegistry().bind("deliveryAnswer", new DeliveryAnswer(pacer, tokens, meters, listener));
        DeliveryOwner owner = new DeliveryOwner(redis, role, meters);
        camel.getRegistry().bind("deliveryOwner", owner);
        return owner;
    }

    public Pacer pacer() {
        return pacer;
    }

    public Tokens tokens() {
        return tokens;
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
