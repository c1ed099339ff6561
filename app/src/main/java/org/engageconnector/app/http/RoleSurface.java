package org.engageconnector.app.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.engageconnector.app.role.RoleContext;

/** Puts the beans of the HTTP surface in place, and the token before any route of {@code /api/v1} exists. */
public final class RoleSurface {

    private RoleSurface() {}

    public static void open(RoleContext context, PrometheusMeterRegistry meters) {
        context.bind("health", new HealthPage(context.camel()));
        context.bind("metrics", new MetricsPage(meters));
        context.bind("status", new StatusPage(context));
        String port = context.settings().text(context.settings().own("http.port"));
        VertxPlatformHttpRouter router = context.camel()
                .getRegistry()
                .lookupByNameAndType("platform-http-router-" + port, VertxPlatformHttpRouter.class);
        context.settings()
                .find("ex.http.token")
                .ifPresent(token -> router.route("/api/v1/*").order(-1).handler(new BearerToken(token)));
    }
}
