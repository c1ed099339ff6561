package org.engageconnector.app.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;

/**
 * Tries a route file in a context that never starts: every step, endpoint option and bean is looked at, no consumer opens
 * anything. Throws what Camel throws.
 */
final class RouteCheck {

    private final BeanRepository beans;

    private final Properties properties = new Properties();

    RouteCheck(BeanRepository beans, Map<String, String> properties) {
        this.beans = beans;
        this.properties.putAll(properties);
    }

    void placeholders(Map<String, String> values) {
        properties.putAll(values);
    }

    void check(Path file, String text, List<TemplatedRoute> templated) throws Exception {
        RouteText parsed = RouteText.of(text);
        try (DefaultCamelContext scratch = new DefaultCamelContext(beans)) {
            scratch.setAutoStartup(false);
            scratch.disableJMX();
            scratch.setSourceLocationEnabled(true);
            scratch.getPropertiesComponent().setOverrideProperties(properties);
            scratch.build();
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
}
