package org.engageconnector.message;

/**
 * What a {@code statserver:} connection says of one agent.
 *
 * @param server host and port of the Stat Server that said it
 * @param instance this process, {@code ex.instance-id}
 * @param employeeId the agent (Stat Server's object id)
 * @param kind what was said; the fields below are filled as the kind has them
 * @param status of CurrentState and CurrentStateReason: Stat Server's state number; of {@code ERROR}: the error code; else -1
 * @param statusTime since when, seconds since 1970 by the server's clock; 0 when it was not said
 * @param serverTime when the server said it, seconds since 1970 by the server's clock; 0 when it was not said
 * @param loginId of {@code STATE}; {@code LoggedOut} when there is none
 * @param place of {@code STATE}: PlaceId and DnStatuses; never {@code null}
 * @param reasons of {@code REASON}: what the agent's desktop sent; never {@code null}
 * @param arrivedAt when it was read from the socket, milliseconds since 1970 by our clock
 */
public record StatEvent(
        String server,
        String instance,
        String employeeId,
        Kind kind,
        int status,
        int statusTime,
        int serverTime,
        String loginId,
        KeyValueList place,
        KeyValueList reasons,
        long arrivedAt) {

    /** What a Stat Server connection can say of an agent. */
    public enum Kind {
        /** EventInfo of the state statistic. */
        STATE,
        /** EventInfo of the reason statistic. */
        REASON,
        /** EventStatisticInvalid: the state is not known for now. */
        INVALID,
        /** EventStatisticValid: the next EventInfo counts again. */
        VALID,
        /** EventError to one of the agent's statistics. */
        ERROR,
        /** The agent left the agent list; its statistics are being closed. */
        REMOVED
    }
}
