package org.engageconnector.app.tls;

import java.util.Map;
import org.engageconnector.app.settings.RoleSettings;

/**
 * What {@code ex.tls.ca-file} means for the Config DB. A JDBC driver has its own settings of TLS in the URL; of those that can
 * be used, PostgreSQL's reads a PEM file, and is told ours unless the URL names another.
 */
public final class ConfigDbTls {

    private static final String ROOT = "sslrootcert";

    private ConfigDbTls() {}

    /** Properties for the driver, beside the URL. */
    public static Map<String, String> properties(RoleSettings settings) {
        String url = settings.text("ex.config-db.url");
        boolean ours = url.startsWith("jdbc:postgresql:") && !url.contains(ROOT + "=") && !url.contains("sslfactory=");
        return settings.find(OutboundTls.CA_FILE)
                .filter(file -> ours)
                .map(file -> Map.of(ROOT, file))
                .orElse(Map.of());
    }
}
