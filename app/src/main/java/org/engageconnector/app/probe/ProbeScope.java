package org.engageconnector.app.probe;

import java.util.List;
import java.util.Map;

/**
 * Who is watched.
 *
 * @param extensions by switch
 * @param queues virtual queues by switch
 * @param agents employee ids
 * @param tenant the tenant's name, which Stat Servers want
 */
public record ProbeScope(
        Map<String, List<String>> extensions, Map<String, List<String>> queues, List<String> agents, String tenant) {

    /** How many of each switch, and how many agents, are watched at most: a probe must not burden a site. */
    public static final int MOST = 500;

    String summary() {
        long dns = extensions.values().stream().mapToLong(List::size).sum();
        long vqs = queues.values().stream().mapToLong(List::size).sum();
        return dns + " extensions, " + vqs + " virtual queues, " + agents.size() + " agents";
    }
}
