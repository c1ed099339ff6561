package org.engageconnector.app.role;

import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.PortCertificate;

/** The Camel properties that a role needs whatever its files say, joined with its settings. */
final class CamelDefaults {

    private CamelDefaults() {}

    /** @param management whether this role's context serves Jolokia for the whole process */
    static Map<String, String> properties(RoleSettings settings, boolean management) {
        Map<String, String> properties = new TreeMap<>(settings.properties());
        properties.put("camel.main.name", settings.role().id());
        properties.put("camel.server.enabled", "true");
        properties.put("camel.server.host", settings.text(settings.own("http.host")));
        properties.put("camel.server.port", settings.text(settings.own("http.port")));
        properties.put(
                "camel.server.useGlobalSslContextParameters",
                Boolean.toString(settings.find(PortCertificate.CERTIFICATE).isPresent()));
        // one REST route per verb, or reloading one would need them all (stack notes, Reload)
        properties.put("camel.rest.inlineRoutes", "false");
        properties.put("camel.rest.component", "platform-http");
        properties.put("camel.management.enabled", Boolean.toString(management));
        if (management) {
            properties.put("camel.management.host", "127.0.0.1");
            properties.put("camel.management.port", settings.text("ex.management.port"));
            properties.put("camel.management.jolokiaEnabled", "true");
        }
        // routes are loaded by RoleRoutes, which checks them first; Camel's own reload strands routes
        properties.keySet().removeIf(name -> name.startsWith("camel.main.routes"));
        return properties;
    }
}
