package org.engageconnector.processors.idmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** JSON answers of the REST API. */
public final class JsonReply {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReply() {}

    /** Makes the value the answer; the request's headers go, or Camel would send them back. */
    public static void send(Exchange exchange, int status, Object value) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        try {
            message.setBody(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value.getClass(), e);
        }
    }

    /** {@code {code, message}}. */
    public static void error(Exchange exchange, int status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        send(exchange, status, body);
    }
}
