package org.engageconnector.processors.configsync.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.engageconnector.journal.DeliveryStoppedException;
import org.engageconnector.processors.delivery.RequestFailure;

/** Sends requests through the route {@code genesys-cloud}, whose camel-http endpoint says where they go. */
public final class RouteApi implements GenesysCloudApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProducerTemplate template;
    private final String endpoint;

    /** @param endpoint for example {@code direct:genesys-cloud} */
    public RouteApi(ProducerTemplate template, String endpoint) {
        this.template = template;
        this.endpoint = endpoint;
    }

    @Override
    public Answer request(String method, String path, JsonNode body) {
        int query = path.indexOf('?');
        Exchange exchange = template.request(endpoint, request -> {
            Message message = request.getMessage();
            message.setHeader(Exchange.HTTP_METHOD, method);
            message.setHeader(Exchange.HTTP_PATH, query < 0 ? path : path.substring(0, query));
            if (query >= 0) {
                message.setHeader(Exchange.HTTP_QUERY, path.substring(query + 1));
            }
            if (body != null) {
                message.setHeader(Exchange.CONTENT_TYPE, "application/json");
                message.setBody(JSON.writeValueAsBytes(body));
            }
        });
        if (exchange.getException() != null) {
            DeliveryStoppedException stopped = exchange.getException(DeliveryStoppedException.class);
            if (stopped != null) {
                throw new CloudException(CloudException.Reach.RUN, stopped.getMessage());
            }
            throw new UncheckedIOException(
                    new IOException(RequestFailure.text(exchange.getException()), exchange.getException()));
        }
        Message answer = exchange.getMessage();
        Integer status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null) {
            throw new UncheckedIOException(new IOException("the route gave no answer"));
        }
        return new Answer(status, json(answer.getBody(String.class)), headers(answer));
    }

    private static JsonNode json(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Map<String, String> headers(Message answer) {
        Map<String, String> headers = new HashMap<>();
        answer.getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) {
                headers.put(name, value.toString());
            }
        });
        return headers;
    }
}
