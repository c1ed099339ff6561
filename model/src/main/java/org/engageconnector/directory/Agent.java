package org.engageconnector.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent in scope.
 *
 * @param dbid of the person in the Config DB
 * @param employeeId Stat Server's name for the agent
 * @param placeDbid the default place, 0 when there is none
 * @param userId the Genesys Cloud user; {@code null} when the person could not be synced
 */
public record Agent(
        long dbid,
        String employeeId,
        String userName,
        List<Login> logins,
        long placeDbid,
        @Nullable String userId) {

    /** An ACD login: the AgentID that T-Library events carry, and the switch where it counts. */
    public record Login(String code, String switchName) {}

    public Agent {
        logins = List.copyOf(logins);
    }
}
