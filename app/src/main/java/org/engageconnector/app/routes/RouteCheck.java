package org.engageconnector.app.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Tries a route file in a context that never starts: every step, endpoint option and bean is looked at, no consumer opens
 * anything. Throws what Camel throws.
 */
final class RouteCheck {

    private static final String CONFIGURATION = "configuration";

    private final CamelContext camel;

    private final Properties properties = new Properties();

    /** @param camel whose beans and component options the check uses */
    RouteCheck(CamelContext camel, Map<String, String> properties) {
        this.camel = camel;
        this.properties.putAll(properties);
    }

    void placeholders(Map<String, String> values) {
        properties.putAll(values);
    }

    void check(Path file, String text, List<TemplatedRoute> templated) throws Exception {
        RouteText parsed = RouteText.of(text);
        try (DefaultCamelContext scratch = new DefaultCamelContext((BeanRepository) camel.getRegistry())) {
            scratch.setAutoStartup(false);
            scratch.disableJMX();
            scratch.setSourceLocationEnabled(true);
            scratch.getPropertiesComponent().setOverrideProperties(properties);
            scratch.build();
            sameComponentOptions(scratch);
            RouteLoader.load(scratch, file, text);
            for (TemplatedRoute route : templated) {
                if (parsed.templateIds().contains(route.template())) {
                    route.addTo(scratch);
                }
            }
            // makes the routes with all their endpoints and beans, but starts nothing
            scratch.init();
        }
    }

    /** The scratch context has components of its own; what the wiring set on the running ones counts for them too. */
    private void sameComponentOptions(CamelContext scratch) {
        for (String name : camel.getComponentNames()) {
            Component running = camel.hasComponent(name);
            PropertyConfigurer configurer = running.getComponentPropertyConfigurer();
            if (configurer instanceof PropertyConfigurerGetter options) {
                Object value = options.getOptionValue(running, CONFIGURATION, true);
                Component own = value == null ? null : scratch.getComponent(name);
                if (own != null) {
                    configurer.configure(scratch, own, CONFIGURATION, value, true);
                }
            }
        }
    }
}
