package org.engageconnector.app.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The role's meters as Prometheus text. */
public final class MetricsPage {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;

    public MetricsPage(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    public void scrape(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, TEXT);
        message.setBody(meters.scrape(TEXT));
    }
}
