package org.engageconnector.app.role;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.eventnotifier.MicrometerRouteEventNotifier;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyConfiguration;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.engageconnector.background.BackgroundFailures;

/** The meters of one role: the JVM's, Camel's per route, and whatever the role's beans register. */
final class RoleMeters {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Every meter says which role of which instance speaks, whatever a scraper calls its target. */
    RoleMeters(String role, String instance) {
        registry.config().commonTags("role", role, "instance", instance);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        FunctionCounter.builder("ex.background.failures", BackgroundFailures.PROCESS, BackgroundFailures::total)
                .description("Failures of background work, which goes on after them; the log names the work")
                .register(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /**
     * Adds Camel's meters, per route. Not its exchange events: their tags are unequal, which Prometheus refuses (CAMEL-23719).
     * Not the sums of a context: they would cost as much again with every exchange, and whoever reads the meters can add.
     */
    void attach(CamelContext camel) {
        MicrometerRoutePolicyConfiguration perRoute = new MicrometerRoutePolicyConfiguration();
        perRoute.setContextEnabled(false);
        MicrometerRoutePolicyFactory routes = new MicrometerRoutePolicyFactory();
        routes.setPolicyConfiguration(perRoute);
        routes.setMeterRegistry(registry);
        camel.addRoutePolicyFactory(routes);
        MicrometerRouteEventNotifier counts = new MicrometerRouteEventNotifier();
        counts.setMeterRegistry(registry);
        camel.getManagementStrategy().addEventNotifier(counts);
    }

    void close() {
        collections.close();
        registry.close();
    }
}
