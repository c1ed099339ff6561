package org.engageconnector.app.role;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.engageconnector.app.routes.RoleRoutes;
import org.engageconnector.app.routes.RouteFileNames;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Reports;
import org.engageconnector.app.tls.PortCertificate;
import org.engageconnector.background.BackgroundFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A role in this process. The HTTP surface answers as soon as {@link #start} returns; the role's own routes start when
 * nothing they need is missing any more, and until then health says what is awaited.
 */
public final class RunningRole implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRole.class);

    private static final int STOP_SECONDS = 20;

    private static final int REPORT_SECONDS = 5;

    private static final int CERTIFICATE_SECONDS = 5;

    /** Background work that fails for so long without a success does not heal by itself: a restart may. */
    private static final long LONGEST_FAILURE_NANOS = 120_000_000_000L;

    private final RoleBeans beans;

    private final RoleSettings settings;

    private final SharedParts shared;

    private final boolean management;

    private final RoleMeters meters;

    private final Home home;

    private final Main main = new Main();

    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(this::thread);

    private volatile String awaited = "the role is starting";

    private RoleContext context;

    private RoleRoutes routes;

    /** @param management whether this role serves Jolokia for the process */
    RunningRole(RoleBeans beans, RoleSettings settings, SharedParts shared, Home home, boolean management) {
        this.management = management;
        this.beans = beans;
        this.settings = settings;
        this.shared = shared;
        this.home = home;
        this.meters = new RoleMeters(beans.role().id(), settings.text("ex.instance-id"));
    }

    /** Starts context and HTTP surface; throws what Camel throws, for example when the port is taken. */
    public void start() throws Exception {
        main.configure().withName(beans.role().id());
        // overriding: the settings reader has looked at the environment already, Camel must not do so again
        CamelDefaults.properties(settings, management).forEach(main::addOverrideProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport support) {
                CamelContext camel = support.getCamelContext();
                // threads, beans and health checks take the name from the first moment on
                camel.getCamelContextExtension().setName(beans.role().id());
                camel.getExecutorServiceManager()
                        .setThreadNamePattern("Camel (" + beans.role().id() + ") thread ##counter# - #name#");
                bind(camel);
            }
        });
        main.start();
        StatusPage status = RoleSurface.open(context, meters.registry());
        if (management) {
            RoleSurface.guardManagement(context);
        }
        routes.look(RouteFileNames.common(home.routes()), List.of());
        watcher.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard(beans.role().id() + "-routes", this::lookAtRoutes),
                0,
                1,
                TimeUnit.SECONDS);
        watcher.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard(beans.role().id() + "-report", () -> report(status)),
                2,
                REPORT_SECONDS,
                TimeUnit.SECONDS);
    }

    /** The context, once started. */
    public CamelContext camel() {
        return main.getCamelContext();
    }

    public Role role() {
        return beans.role();
    }

    /** The first readiness check that is not up, with its message; empty when the role can do its job. */
    public Optional<String> notReady() {
        return HealthCheckHelper.invokeReadiness(camel()).stream()
                .filter(result -> result.getState() != HealthCheck.State.UP)
                .map(result -> result.getCheck().getId()
                        + result.getMessage().map(text -> ": " + text).orElse(""))
                .sorted()
                .findFirst();
    }

    /** Stops intake, finishes what is in flight, closes the beans; bounded. */
    @Override
    public void close() throws Exception {
        watcher.shutdownNow();
        if (!watcher.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("{}: routes are still being swapped", beans.role().id());
        }
        main.stop();
        if (context != null) {
            signOff();
            context.close();
        }
        meters.close();
    }

    private void bind(CamelContext camel) {
        camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
        camel.getCamelContextExtension().setErrorHandlerFactory(RouteErrors.oneLine());
        meters.attach(camel);
        context = new RoleContext(settings, camel, shared, meters.registry(), home.config());
        context.readyWhen("routes-started", () -> awaited == null ? HealthAnswer.UP : HealthAnswer.down(awaited));
        routes = new RoleRoutes(camel, CamelDefaults.properties(settings, management));
        context.readyWhen("route-files", this::routeFiles);
        context.liveWhen(
                "background-work",
                () -> BackgroundFailures.PROCESS
                        .failingFor(LONGEST_FAILURE_NANOS)
                        .map(HealthAnswer::down)
                        .orElse(HealthAnswer.UP));
        context.status("awaited", () -> awaited);
        context.status("routeProblems", () -> routes.problems());
        PortCertificate.of(settings).ifPresent(certificate -> {
            int port = (int) settings.number(settings.own("http.port"));
            PortTls tls = PortTls.of(certificate, port, camel, meters.registry());
            watcher.scheduleWithFixedDelay(
                    BackgroundFailures.PROCESS.guard(beans.role().id() + "-certificate", () -> tls.look(camel)),
                    CERTIFICATE_SECONDS,
                    CERTIFICATE_SECONDS,
                    TimeUnit.SECONDS);
        });
        beans.bind(context);
    }

    private List<Path> routeFilesOfRole() {
        List<Path> files = new ArrayList<>(RouteFileNames.common(home.routes()));
        files.addAll(RouteFileNames.own(
                home.routes(), beans.role(), settings.properties().get("camel.main.routesIncludePattern")));
        return files;
    }

    private void lookAtRoutes() {
        try {
            if (awaited != null) {
                routes.look(RouteFileNames.common(home.routes()), List.of());
                Optional<String> missing = beans.notYet(context);
                if (missing.isPresent()) {
                    await(missing.get());
                    return;
                }
                takeFromTransaction();
            }
            routes.look(routeFilesOfRole(), beans.templatedRoutes(context));
            if (awaited != null) {
                awaited = null;
                LOG.info("{} runs {} routes", beans.role().id(), camel().getRoutesSize());
            }
        } catch (IllegalStateException e) {
            await(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: its routes cannot be looked at", beans.role().id(), e);
            await(String.valueOf(e.getMessage()));
        }
    }

    /** Placeholders of keys that the transaction may give; secrets are asked for when they are used, never as placeholders. */
    private void takeFromTransaction() {
        Map<String, String> late = settings.late(() -> context.directory().transaction());
        late.forEach((name, value) -> camel().getPropertiesComponent().addOverrideProperty(name, value));
        routes.placeholders(late);
    }

    private HealthAnswer routeFiles() {
        return routes.problem()
                .map(problem -> HealthAnswer.down(problem.what() + " (" + problem.where() + ")"))
                .orElse(HealthAnswer.UP);
    }

    private void report(StatusPage status) {
        try {
            new Reports(context.redis()).put(beans.role().id(), settings.text("ex.instance-id"), status.status());
        } catch (RuntimeException e) {
            LOG.debug("{}: no report while Redis is away: {}", beans.role().id(), e.getMessage());
        }
    }

    private void signOff() {
        try {
            new Reports(context.redis()).remove(beans.role().id(), settings.text("ex.instance-id"));
        } catch (RuntimeException e) {
            LOG.debug("{}: the last report stays: {}", beans.role().id(), e.getMessage());
        }
    }

    private void await(String reason) {
        if (!reason.equals(awaited)) {
            LOG.info("{} waits: {}", beans.role().id(), reason);
        }
        awaited = reason;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, beans.role().id() + "-routes");
        thread.setDaemon(true);
        return thread;
    }
}
