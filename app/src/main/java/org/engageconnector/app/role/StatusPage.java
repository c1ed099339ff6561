package org.engageconnector.app.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.engageconnector.app.http.JsonAnswer;

/** What the role reports of itself: the source of the command {@code status}. */
public final class StatusPage {

    private final RoleContext context;

    StatusPage(RoleContext context) {
        this.context = context;
    }

    public void show(Exchange exchange) {
        JsonAnswer.write(exchange, 200, status());
    }

    /** The report as it is now. */
    public Map<String, Object> status() {
        CamelContext camel = context.camel();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("role", context.settings().role().id());
        status.put("instance", context.settings().text("ex.instance-id"));
        status.put("uptimeSeconds", camel.getUptime().toSeconds());
        List<String> notReady = HealthCheckHelper.invokeReadiness(camel, "full").stream()
                .filter(result -> result.getState() != HealthCheck.State.UP)
                .map(result -> result.getCheck().getId()
                        + result.getMessage().map(text -> ": " + text).orElse(""))
                .sorted()
                .toList();
        status.put("ready", notReady.isEmpty());
        status.put("notReady", notReady);
        status.put("routes", routes(camel));
        context.statusParts().forEach((name, part) -> status.put(name, shown(part)));
        return status;
    }

    private static Object shown(Supplier<Object> part) {
        try {
            Object value = part.get();
            return value == null ? "" : value;
        } catch (IllegalStateException e) {
            return Map.of("unavailable", String.valueOf(e.getMessage()));
        }
    }

    private static List<Map<String, Object>> routes(CamelContext camel) {
        List<Map<String, Object>> routes = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", route.getRouteId());
            line.put("description", route.getDescription());
            line.put("status", camel.getRouteController().getRouteStatus(route.getRouteId()));
            routes.add(line);
        }
        return routes;
    }
}
