package org.engageconnector.app.engage;

import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.statserver.StatServerConfiguration;

/**
 * How this site's Engage servers are spoken to, set on the components and not in routes: a password in an endpoint's URI would
 * be seen in JMX and logs.
 */
public final class EngageServers {

    private EngageServers() {}

    /** The options of Stat Servers. */
    public static void statServer(RoleSettings settings, StatServerConfiguration options) {
        apply(settings, options);
        options.setPrimary(settings.text("ex.stat-server.primary"));
        settings.find("ex.stat-server.backup").ifPresent(options::setBackup);
        options.setStateType(settings.text("ex.stat-server.state-type"));
        options.setReasonType(settings.text("ex.stat-server.reason-type"));
        options.setOpenRate(settings.text("ex.agent-state-sync.open-rate"));
        options.setInterval(settings.number("ex.agent-state-sync.agent-polling-interval"));
    }

    /** What both kinds of servers have in common. */
    public static void apply(RoleSettings settings, EngageConfiguration options) {
        options.setTransport(settings.text("ex.engage.transport"));
        options.setApplicationName(settings.text("ex.engage.application-name"));
        settings.find("ex.engage.password").ifPresent(options::setPassword);
        options.setInstance(settings.text("ex.instance-id"));
        options.setKeepAlive(settings.number("ex.engage.keep-alive"));
        options.setMaxFrame((int) settings.number("ex.engage.max-frame"));
        options.setEncoding(settings.text("ex.engage.encoding"));
        EngageTls.of(settings).ifPresent(options::setSslContextParameters);
        options.setHostnameVerification(settings.flag("ex.engage.tls.check-host-name"));
    }
}
