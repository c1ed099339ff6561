package org.engageconnector.app.routes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Gives definitions to Camel and takes them away again. Not thread-safe: one thread per context. */
final class RouteLoader {

    private RouteLoader() {}

    /** Adds or replaces what the text defines. */
    static void load(CamelContext camel, Path file, String text) throws Exception {
        if (!text.isEmpty()) {
            PluginHelper.getRoutesLoader(camel)
                    .updateRoutes(
                            List.of(ResourceHelper.fromBytes("file:" + file, text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    static void remove(CamelContext camel, Collection<String> routeIds) throws Exception {
        for (String id : routeIds) {
            if (camel.getRoute(id) != null) {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            }
        }
    }
}
