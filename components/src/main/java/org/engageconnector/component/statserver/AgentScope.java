package org.engageconnector.component.statserver;

import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;

/**
 * Whose statistics are wanted.
 *
 * @param tenant the tenant's name in the Config DB; empty while it is not known, then nothing is opened
 * @param employeeIds every agent in scope
 */
record AgentScope(String tenant, Set<String> employeeIds) {

    static AgentScope of(Directory directory) {
        return new AgentScope(
                directory.tenantName().orElse(""),
                directory.agents().stream()
                        .map(Agent::employeeId)
                        .filter(id -> id != null && !id.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
