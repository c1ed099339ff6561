package org.engageconnector.app.role;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.engageconnector.component.engage.EngageEndpoint;

/** What a role says of its sessions with Engage servers: in its status, and whether it can do its job. Thread-safe. */
final class EngageSessions {

    private final CamelContext camel;

    private EngageSessions(CamelContext camel) {
        this.camel = camel;
    }

    /** Adds the sessions to the role's status and health. */
    static void report(RoleContext context) {
        EngageSessions sessions = new EngageSessions(context.camel());
        context.status("engageSessions", sessions::lines);
        context.readyWhen("engage-sessions", sessions::answer);
    }

    /** One line per session: its name, state, server, what it watches, and the last event. */
    private List<String> lines() {
        return endpoints().flatMap(endpoint -> endpoint.getSessions().stream()).toList();
    }

    /** Down while a session is not up; a standby without sessions is well. */
    private HealthAnswer answer() {
        List<String> down = endpoints()
                .flatMap(endpoint -> endpoint.getSessionsDown().stream())
                .toList();
        return down.isEmpty() ? HealthAnswer.UP : HealthAnswer.down("no session: " + String.join("; ", down));
    }

    private Stream<EngageEndpoint> endpoints() {
        return camel.getEndpoints().stream()
                .filter(EngageEndpoint.class::isInstance)
                .map(EngageEndpoint.class::cast);
    }
}
