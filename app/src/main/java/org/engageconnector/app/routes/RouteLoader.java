package org.engageconnector.app.routes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Gives the text of a route file to Camel's YAML loader. */
final class RouteLoader {

    private RouteLoader() {}

    /** Adds or replaces what the text defines, and returns the ids of the routes that are new or were replaced. */
    static Set<String> load(CamelContext camel, Path file, String text) throws Exception {
        List<Route> before = List.copyOf(camel.getRoutes());
        PluginHelper.getRoutesLoader(camel)
                .updateRoutes(List.of(ResourceHelper.fromBytes("file:" + file, text.getBytes(StandardCharsets.UTF_8))));
        Set<Route> known = new HashSet<>(before);
        return camel.getRoutes().stream()
                .filter(route -> !known.contains(route))
                .map(Route::getRouteId)
                .collect(Collectors.toSet());
    }
}
