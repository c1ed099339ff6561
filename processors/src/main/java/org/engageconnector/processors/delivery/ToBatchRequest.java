package org.engageconnector.processors.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.engageconnector.journal.Delivery;

/** Turns a delivery into a POST; the bean {@code toBatchRequest} of the routes. Thread-safe. */
public final class ToBatchRequest {

    /** Replaces the message of the exchange; nothing but content type and method is sent beside the body. */
    @Handler
    public void toRequest(Exchange exchange) {
        Delivery delivery = exchange.getProperty(Delivery.PROPERTY, Delivery.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, HttpMethods.POST);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("Accept", "application/json");
        message.setBody(BatchBody.of(delivery.entries()));
        RequestDeadline.set(delivery.deadline());
    }
}
