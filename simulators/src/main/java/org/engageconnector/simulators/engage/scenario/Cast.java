package org.engageconnector.simulators.engage.scenario;

import java.util.List;
import java.util.Map;

/**
 * Who is who in the scenarios.
 *
 * @param agents symbol (A, B, C) to agent
 * @param queues numbers of the virtual queues, to ids of Genesys Cloud queues
 * @param spareExtensions extensions in scope without agent and user
 * @param unmappedQueues virtual queues in scope that are not in the ID map
 * @param noLeg route points and media services: internal DNs that make no leg
 * @param wrapUpCodes attached value to id of a wrap-up code
 * @param symbols short name (U1, X1, P1, Q1 ...) to the value it stands for
 */
public record Cast(
        String start,
        String source,
        Map<String, CastAgent> agents,
        Map<String, String> queues,
        List<String> spareExtensions,
        List<String> unmappedQueues,
        List<String> noLeg,
        Map<String, String> wrapUpCodes,
        Map<String, Object> settings,
        Map<String, String> symbols) {

    /** An agent of the cast; {@code user} is the id of the Genesys Cloud user. */
    public record CastAgent(String dn, String loginCode, String employeeId, String place, String user) {}

    /** The symbol of the agent whose extension this is; {@code null} when it is no agent's. */
    public String agentAt(String dn) {
        for (Map.Entry<String, CastAgent> agent : agents.entrySet()) {
            if (agent.getValue().dn().equals(dn)) {
                return agent.getKey();
            }
        }
        return null;
    }

    /** Whether a DN is an outside party: everything that the cast does not name. */
    public boolean outside(String dn) {
        return agentAt(dn) == null
                && !queues.containsKey(dn)
                && !spareExtensions.contains(dn)
                && !unmappedQueues.contains(dn)
                && !noLeg.contains(dn);
    }
}
