package org.engageconnector.app.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.engageconnector.component.engage.EngageEndpoint;

/** What a role says of its sessions with Engage servers: in its status, and whether it can do its job. Thread-safe. */
final class EngageSessions {

    private final CamelContext camel;

    EngageSessions(CamelContext camel) {
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

    /** Up while the role can do its job; also before it has any session to open. */
    HealthAnswer answer() {
        Map<String, List<String>> downByServer = new LinkedHashMap<>();
        endpoints()
                .forEach(endpoint -> endpoint.sessionsDownByServer()
                        .forEach((server, down) -> downByServer
                                .computeIfAbsent(server, unused -> new ArrayList<>())
                                .addAll(down)));
        return judge(downByServer);
    }

    /**
     * Up while at least one server pair has all its sessions: what is missing is said, but a role that works for nine sites
     * is not to be restarted, or a new version held back, because the tenth is away. A standby without sessions is well.
     *
     * @param downByServer the sessions that are not up, by server pair; every pair that is served is there
     */
    static HealthAnswer judge(Map<String, List<String>> downByServer) {
        List<String> down = downByServer.values().stream().flatMap(List::stream).toList();
        if (down.isEmpty()) {
            return HealthAnswer.UP;
        }
        boolean someServed = downByServer.values().stream().anyMatch(List::isEmpty);
        return new HealthAnswer(someServed, "no session: " + String.join("; ", down));
    }

    private Stream<EngageEndpoint> endpoints() {
        return camel.getEndpoints().stream()
                .filter(EngageEndpoint.class::isInstance)
                .map(EngageEndpoint.class::cast);
    }
}
