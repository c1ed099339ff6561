package org.engageconnector.app.role;

import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.statserver.StatServerComponent;
import org.engageconnector.component.statserver.StatServerConfiguration;
import org.engageconnector.component.tserver.TServerComponent;

/**
 * How this site's Engage servers are spoken to, set on the components and not in routes: a password in an endpoint's URI would
 * be seen in JMX and logs.
 */
final class EngageServers {

    private EngageServers() {}

    static void configureTServer(RoleContext context) {
        EngageSessions.report(context);
        apply(
                context.settings(),
                context.camel().getComponent("tserver", TServerComponent.class).getConfiguration());
    }

    static void configureStatServer(RoleContext context) {
        EngageSessions.report(context);
        RoleSettings settings = context.settings();
        StatServerConfiguration options = context.camel()
                .getComponent("statserver", StatServerComponent.class)
                .getConfiguration();
        apply(settings, options);
        options.setPrimary(settings.text("ex.stat-server.primary"));
        settings.find("ex.stat-server.backup").ifPresent(options::setBackup);
        options.setStateType(settings.text("ex.stat-server.state-type"));
        options.setReasonType(settings.text("ex.stat-server.reason-type"));
        options.setOpenRate(settings.text("ex.agent-state-sync.open-rate"));
        options.setInterval(settings.number("ex.agent-state-sync.agent-polling-interval"));
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
