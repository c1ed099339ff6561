package org.engageconnector.app.routes;

import java.util.Map;
import org.apache.camel.CamelContext;

/**
 * A route that is made from a template of a route file because a setting says how many there are.
 *
 * @param template the template's id
 * @param routeId the id of the route to make
 * @param parameters the template's parameters
 */
public record TemplatedRoute(String template, String routeId, Map<String, String> parameters) {

    public TemplatedRoute {
        parameters = Map.copyOf(parameters);
    }

    void addTo(CamelContext camel) throws Exception {
        camel.addRouteFromTemplate(routeId, template, Map.<String, Object>copyOf(parameters));
    }
}
