package org.engageconnector.app.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;

/** What a port answers where no route does: HEAD as GET without a body, and JSON for unknown paths and methods. */
public final class SurfaceEdges {

    private final Router router;

    private SurfaceEdges(Router router) {
        this.router = router;
    }

    public static void on(Router router) {
        SurfaceEdges edges = new SurfaceEdges(router);
        router.route("/*").order(Integer.MIN_VALUE + 1).handler(SurfaceEdges::head);
        router.route().order(Integer.MAX_VALUE).handler(edges::unknown);
    }

    /** Camel's REST routes know GET only; the answer to HEAD is that to GET, and Vert.x leaves the body out. */
    private static void head(RoutingContext context) {
        if (context.request().method() == HttpMethod.HEAD && context.get("head") == null) {
            context.put("head", true);
            context.reroute(HttpMethod.GET, context.request().uri());
        } else {
            context.next();
        }
    }

    private void unknown(RoutingContext context) {
        Set<String> methods = methodsOf(context.normalizedPath());
        if (methods.isEmpty()) {
            JsonError.send(
                    context,
                    404,
                    "not.found",
                    "there is nothing at this path; GET /api/v1/openapi.json lists the paths");
        } else {
            context.response().putHeader("Allow", String.join(", ", methods));
            JsonError.send(context, 405, "method.not.allowed", "this path takes " + String.join(", ", methods));
        }
    }

    /** The methods of the routes that have this path; routes for all methods are our own handlers. */
    private Set<String> methodsOf(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            if (route.methods() != null && route.getPath() != null && matches(route, path)) {
                route.methods().forEach(method -> methods.add(method.name()));
            }
        }
        return methods;
    }

    private static boolean matches(Route route, String path) {
        if (route.isRegexPath()) {
            return path.matches(route.getPath());
        }
        String[] wanted = route.getPath().split("/");
        String[] asked = path.split("/");
        if (wanted.length != asked.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals(asked[i]) && !wanted[i].startsWith(":")) {
                return false;
            }
        }
        return true;
    }
}
