package org.engageconnector.app.role;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.engageconnector.app.http.BearerToken;
import org.engageconnector.app.http.FromThisMachine;
import org.engageconnector.app.http.HealthPage;
import org.engageconnector.app.http.MetricsPage;

/** Puts the beans of the HTTP surface in place, and the token before any route of {@code /api/v1} exists. */
public final class RoleSurface {

    private RoleSurface() {}

    /** Gives back the page that reports on the role. */
    public static StatusPage open(RoleContext context, PrometheusMeterRegistry meters) {
        context.bind("health", new HealthPage(context.camel()));
        context.bind("metrics", new MetricsPage(meters));
        StatusPage status = context.bind("status", new StatusPage(context));
        context.settings()
                .find("ex.http.token")
                .ifPresent(token -> router(context, context.settings().own("http.port"))
                        .route("/api/v1/*")
                        .order(-1)
                        .handler(new BearerToken(token)));
        return status;
    }

    /** Guards the management port, where Jolokia is; for the one role of the process that serves it. */
    public static void guardManagement(RoleContext context) {
        router(context, "ex.management.port").route("/*").order(-1).handler(new FromThisMachine());
    }

    private static VertxPlatformHttpRouter router(RoleContext context, String portSetting) {
        String name = "platform-http-router-" + context.settings().text(portSetting);
        return Objects.requireNonNull(
                context.camel().getRegistry().lookupByNameAndType(name, VertxPlatformHttpRouter.class), name);
    }
}
