package org.engageconnector.app.role;

import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.tserver.TServerComponent;

/**
 * How this site's Engage servers are spoken to, set on the components and not in routes: a password in an endpoint's URI would
 * be seen in JMX and logs.
 */
final class EngageServers {

    private EngageServers() {}

    static void configure(RoleContext context) {
        apply(
                context.settings(),
                context.camel().getComponent("tserver", TServerComponent.class).getConfiguration());
    }

    private static void apply(RoleSettings settings, EngageConfiguration options) {
        options.setTransport(settings.text("ex.engage.transport"));
        options.setApplicationName(settings.text("ex.engage.application-name"));
        settings.find("ex.engage.password").ifPresent(options::setPassword);
        options.setInstance(settings.text("ex.instance-id"));
        options.setKeepAlive(settings.number("ex.engage.keep-alive"));
        options.setMaxFrame((int) settings.number("ex.engage.max-frame"));
    }
}
