package org.engageconnector.message;

/**
 * What a {@code statserver:} connection hands over about one agent. The component keeps the reference ids of statistics to
 * itself: whoever reads this knows agents only.
 *
 * @param member which server of the pair: {@code primary} or {@code backup} of the setting, not the present role
 * @param instance this process, {@code ex.instance-id}
 * @param employeeId the agent, as Stat Server names it
 * @param kind what happened
 * @param statistic which of the agent's two statistics; {@code null} for {@link Kind#REMOVED}
 * @param status the status number of a {@link Kind#STATE} or {@link Kind#REASON}, -1 when there is none
 * @param statusTime since when the status holds, seconds since 1970; -1 when there is none
 * @param serverTime when Stat Server sent it, seconds since 1970; -1 when there is none
 * @param loginId the login of a {@link Kind#STATE}, {@code LoggedOut} when logged out; else {@code null}
 * @param place the place of a {@link Kind#STATE}: PlaceId and DnStatuses (docs/protocol.md); never {@code null}
 * @param reasons the pairs of a {@link Kind#REASON}, in their order; never {@code null}
 * @param errorCode the code of an {@link Kind#ERROR}, else 0
 * @param arrivedAt when it was read from the socket, {@link System#nanoTime()}
 */
public record StatEvent(
        String member,
        String instance,
        String employeeId,
        Kind kind,
        Statistic statistic,
        int status,
        int statusTime,
        int serverTime,
        String loginId,
        KeyValueList place,
        KeyValueList reasons,
        int errorCode,
        long arrivedAt) {

    /** What happened. */
    public enum Kind {
        /** A new value of the current state (EventInfo of {@link Statistic#STATE}). */
        STATE,
        /** A new value of the current state's reason (EventInfo of {@link Statistic#REASON}). */
        REASON,
        /** Stat Server has no data any more (EventStatisticInvalid). */
        INVALID,
        /** Stat Server has data again; the next value follows (EventStatisticValid). */
        VALID,
        /** The statistic is open; its current value follows (EventStatisticOpened). */
        OPENED,
        /** Stat Server refused the statistic (EventError); it is asked for again at the next look at the agent list. */
        ERROR,
        /** The agent left the agent list; both statistics are closed. Nothing follows. */
        REMOVED
    }

    /** The two statistics of an agent. */
    public enum Statistic {
        /** {@code CurrentState}. */
        STATE,
        /** {@code CurrentStateReason}. */
        REASON
    }

    public StatEvent {
        place = place == null ? KeyValueList.EMPTY : place;
        reasons = reasons == null ? KeyValueList.EMPTY : reasons;
    }
}
