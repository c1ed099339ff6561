package org.engageconnector.app.role;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.NonManagedService;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.RoutePolicySupport;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.journal.lease.StandingLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a route run only while this instance holds a lease: a route policy that looks four times a second, so that it does not
 * matter whether the lease or the route was there first. Thread-safe.
 */
final class WithLease extends RoutePolicySupport implements NonManagedService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WithLease.class);
    private static final long LOOK_MILLIS = 250;

    private final CamelContext camel;
    private final StandingLease lease;
    private final Set<String> routes = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looker;

    WithLease(CamelContext camel, StandingLease lease) {
        this.camel = camel;
        this.lease = lease;
        this.looker = camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "with-" + lease.name());
        looker.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard("with-" + lease.name(), this::look),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void onInit(Route route) {
        route.setAutoStartup(false);
        routes.add(route.getRouteId());
    }

    @Override
    public void onRemove(Route route) {
        routes.remove(route.getRouteId());
    }

    private void look() {
        for (String route : routes) {
            try {
                ServiceStatus status = camel.getRouteController().getRouteStatus(route);
                if (lease.held() && status != null && status.isStartable()) {
                    camel.getRouteController().startRoute(route);
                } else if (!lease.held() && status == ServiceStatus.Started) {
                    camel.getRouteController().stopRoute(route);
                }
            } catch (Exception e) {
                LOG.warn("Route {} could not follow the lease {}: {}", route, lease.name(), e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        camel.getExecutorServiceManager().shutdownNow(looker);
    }
}
