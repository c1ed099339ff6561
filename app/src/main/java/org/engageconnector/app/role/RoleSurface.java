package org.engageconnector.app.role;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.engageconnector.app.deadletters.DeadLettersPage;
import org.engageconnector.app.http.BearerToken;
import org.engageconnector.app.http.BrowserGuard;
import org.engageconnector.app.http.ConsoleFiles;
import org.engageconnector.app.http.HealthPage;
import org.engageconnector.app.http.LogLevelsPage;
import org.engageconnector.app.http.ManagementGuard;
import org.engageconnector.app.http.MetricsPage;
import org.engageconnector.app.http.SurfaceEdges;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tenant.Questions;
import org.engageconnector.app.tenant.RequestCounts;
import org.engageconnector.app.tenant.TenantAgentsPage;
import org.engageconnector.app.tenant.TenantCallsPage;
import org.engageconnector.app.tenant.TenantPage;
import org.engageconnector.app.tenant.TenantSyncPage;
import org.engageconnector.component.directory.RedisSyncStore;
import org.engageconnector.component.redis.RedisConnection;

/** Puts the beans of the HTTP surface in place, and the token before any route of {@code /api/v1} exists. */
public final class RoleSurface {

    /** Orders of our handlers; Camel's routes count up from zero. */
    private static final int GUARD = -3;

    private static final int TOKEN = -2;

    private static final int FIXED = -1;

    private RoleSurface() {}

    /** Gives back the page that reports on the role. */
    public static StatusPage open(RoleContext context, PrometheusMeterRegistry meters) {
        context.bind("health", new HealthPage(context.camel()));
        context.bind("metrics", new MetricsPage(meters));
        context.bind("logLevels", new LogLevelsPage());
        StatusPage status = context.bind("status", new StatusPage(context));
        context.bind("activity", new ActivityPage(context.redis().activity()));
        context.status("active", () -> context.redis().activity().active());
        tenant(context, status);
        RoleSettings settings = context.settings();
        VertxPlatformHttpRouter router = router(context, settings.own("http.port"));
        SurfaceEdges.on(router);
        router.route("/*")
                .order(GUARD)
                .handler(BrowserGuard.ofRole(settings.text(settings.own("http.host")), hostNames(settings)));
        BearerToken token = new BearerToken(settings.find("ex.http.token"), settings.find("ex.http.read-token"));
        router.route("/api/v1/*").order(TOKEN).handler(token);
        router.get("/api/v1/access").order(FIXED).handler(token::access);
        new ConsoleFiles().serve(router, FIXED);
        return status;
    }

    /** The pages that show the whole tenant, and what this role adds to them. */
    private static void tenant(RoleContext context, StatusPage status) {
        RoleSettings settings = context.settings();
        RedisConnection redis = context.redis();
        String role = settings.role().id();
        Questions questions = context.watch().questions();
        context.bind("tenant", new TenantPage(redis, settings.text("ex.tenant-id"), role, status::status));
        context.bind(
                "tenantAgents", new TenantAgentsPage(redis, context.directory(), new RedisSyncStore(redis), questions));
        context.bind("tenantCalls", new TenantCallsPage(redis, questions));
        context.bind("tenantSync", new TenantSyncPage(redis, questions));
        context.bind("deadLetters", new DeadLettersPage(redis, settings.flag("ex.log.personal-data")));
        context.watch().publish(new RequestCounts(redis, context.meters(), role)::publish);
        context.watch().start();
    }

    /** Guards the management port, where Jolokia is; for the one role of the process that serves it. */
    public static void guardManagement(RoleContext context) {
        VertxPlatformHttpRouter router = router(context, "ex.management.port");
        SurfaceEdges.on(router);
        router.route("/*")
                .order(GUARD)
                .handler(BrowserGuard.ofManagement())
                .handler(router.bodyHandler())
                .handler(new ManagementGuard());
    }

    private static Set<String> hostNames(RoleSettings settings) {
        return settings.find("ex.http.host-names").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static VertxPlatformHttpRouter router(RoleContext context, String portSetting) {
        String name = "platform-http-router-" + context.settings().text(portSetting);
        return Objects.requireNonNull(
                context.camel().getRegistry().lookupByNameAndType(name, VertxPlatformHttpRouter.class), name);
    }
}
