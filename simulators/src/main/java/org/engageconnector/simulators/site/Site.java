package org.engageconnector.simulators.site;

import java.util.List;
import java.util.Map;

/**
 * What exists at the contact centre. Plain data, the same for the same {@link SiteOptions}.
 *
 * @param tenantDbid DBID of the tenant, as {@code ex.tenant-id} wants it
 * @param dispositions values of the business attribute DispositionCode: Engage name to display name
 * @param actionCodes not-ready reasons: code to name
 */
public record Site(
        int tenantDbid,
        String tenantName,
        List<SiteSwitch> switches,
        List<SiteAgent> agents,
        List<SiteQueue> queues,
        List<String> skills,
        Map<String, String> dispositions,
        Map<String, String> actionCodes) {

    /** The agents who log in to a switch. */
    public List<SiteAgent> agentsOf(String switchName) {
        return agents.stream().filter(a -> a.switchName().equals(switchName)).toList();
    }

    /** The virtual queues of a switch. */
    public List<SiteQueue> queuesOf(String switchName) {
        return queues.stream().filter(q -> q.switchName().equals(switchName)).toList();
    }

    /** How many pairs of virtual queue and member there are: what config sync has to make. */
    public int members() {
        int members = 0;
        for (SiteQueue queue : queues) {
            for (SiteAgent agent : agents) {
                if (queue.mapped() && agent.group().equals(queue.agentGroup())) {
                    members++;
                }
            }
        }
        return members;
    }
}
