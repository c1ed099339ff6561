package org.engageconnector.app.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** Camel's health checks as JSON: 200 when everything asked for is up, else 503. */
public final class HealthPage {

    private static final String LEVEL = "full";

    private final CamelContext camel;

    public HealthPage(CamelContext camel) {
        this.camel = camel;
    }

    public void all(Exchange exchange) {
        answer(exchange, HealthCheckHelper.invoke(camel, LEVEL));
    }

    public void live(Exchange exchange) {
        answer(exchange, HealthCheckHelper.invokeLiveness(camel, LEVEL));
    }

    public void ready(Exchange exchange) {
        answer(exchange, HealthCheckHelper.invokeReadiness(camel, LEVEL));
    }

    private static void answer(Exchange exchange, Collection<HealthCheck.Result> results) {
        boolean up = results.stream().allMatch(result -> result.getState() == HealthCheck.State.UP);
        List<Map<String, Object>> checks = new ArrayList<>();
        results.stream()
                .sorted(Comparator.comparing(result -> result.getCheck().getId()))
                .forEach(result -> {
                    Map<String, Object> check = new LinkedHashMap<>();
                    check.put("name", result.getCheck().getId());
                    check.put("status", result.getState().name());
                    result.getMessage().ifPresent(message -> check.put("message", message));
                    checks.add(check);
                });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", up ? "UP" : "DOWN");
        body.put("checks", checks);
        JsonAnswer.write(exchange, up ? 200 : 503, body);
    }
}
