package org.engageconnector.simulators.site;

import java.util.Map;

/**
 * A person of the Config DB who is an agent.
 *
 * @param dbid DBID of the person
 * @param switchName the switch that the agent logs in to
 * @param dn number of the extension at the agent's default place
 * @param loginCode what T-Library calls AgentID
 * @param place name of the default place
 * @param skills name of a skill to its level, 1 to 10
 * @param group name of the agent group that the agent is in
 */
public record SiteAgent(
        int dbid,
        String switchName,
        String employeeId,
        String userName,
        String firstName,
        String lastName,
        String email,
        String loginCode,
        String dn,
        String place,
        Map<String, Integer> skills,
        String group) {}
