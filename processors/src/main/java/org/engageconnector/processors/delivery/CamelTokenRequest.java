package org.engageconnector.processors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.engageconnector.journal.DeliveryStoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a token through the route {@value #ROUTE}, so that this request too leaves by an endpoint named in routes/. */
public final class CamelTokenRequest implements TokenRequest {

    /** The endpoint the route starts with. */
    public static final String ROUTE = "direct:genesys-cloud-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(CamelTokenRequest.class);
    private static final long USUAL_LIFE_SECONDS = 86_400;
    private static final long SHORTEST_LIFE_SECONDS = 300;
    private static final long LONGEST_LIFE_SECONDS = 172_800;

    private final ProducerTemplate template;

    public CamelTokenRequest(CamelContext context) {
        this.template = context.createProducerTemplate();
    }

    @Override
    public Granted ask() throws IOException {
        Exchange answer = template.request(ROUTE, exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
            exchange.getMessage().setBody("grant_type=client_credentials");
        });
        if (answer.getException() instanceof DeliveryStoppedException stopped) {
            throw stopped;
        }
        if (answer.getException() != null) {
            throw new IOException(
                    "The login server (ex.genesys-cloud.login-url) cannot be asked for a token: "
                            + RequestFailure.text(answer.getException()),
                    answer.getException());
        }
        int status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        RateLimit limit = RateLimit.of(answer.getMessage().getHeaders(), Instant.now());
        return read(
                status,
                answer.getMessage().getBody(String.class),
                limit.retryAfterSeconds().orElse(0));
    }

    /**
     * Never quotes the body of a 200: it is the token.
     *
     * @param waitSeconds what Retry-After asked for, 0 for nothing
     */
    static Granted read(int status, String body, long waitSeconds) throws IOException {
        JsonNode json = tree(body);
        if (status == 200) {
            String token = json.path("access_token").asText("");
            if (token.isEmpty()) {
                throw new DeliveryStoppedException(
                        "The login server answered without a token: is ex.genesys-cloud.login-url (or .region) right?");
            }
            return new Granted(token, life(json.path("expires_in")));
        }
        if (status == 429) {
            throw new LoginBusyException("The login server answered 429: too many requests for tokens", waitSeconds);
        }
        if (status == 408 || status >= 500) {
            throw new IOException("The login server answered " + status);
        }
        throw new DeliveryStoppedException("The login server answered " + status + " " + word(json)
                + ": check ex.genesys-cloud.client-id, its secret, and ex.genesys-cloud.login-url (or .region)");
    }

    /** A life that no client can have is taken for the shortest that one can: 5 minutes to 48 hours are allowed. */
    private static Duration life(JsonNode expiresIn) {
        if (expiresIn.isMissingNode() || expiresIn.isNull()) {
            return Duration.ofSeconds(USUAL_LIFE_SECONDS);
        }
        long seconds = expiresIn.canConvertToLong() ? expiresIn.asLong() : -1;
        if (seconds < 1 || seconds > LONGEST_LIFE_SECONDS) {
            LOG.warn(
                    "The login server says that a token lives for a time that cannot be (expires_in); {} s are assumed",
                    SHORTEST_LIFE_SECONDS);
            return Duration.ofSeconds(SHORTEST_LIFE_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    private static JsonNode tree(String body) {
        try {
            JsonNode json = body == null ? null : JSON.readTree(body);
            return json != null ? json : JSON.createObjectNode();
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** The OAuth error word, such as {@code invalid_client}; nothing else of the body. */
    private static String word(JsonNode json) {
        String word = json.path("error").asText("").toLowerCase(Locale.ROOT);
        return word.matches("[a-z_.]{1,40}") ? word : "";
    }
}
