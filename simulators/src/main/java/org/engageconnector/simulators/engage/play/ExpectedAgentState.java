package org.engageconnector.simulators.engage.play;

/**
 * One agent state event that Genesys Cloud must be told.
 *
 * @param kind which endpoint it goes to
 * @param value system presence ("On Queue", "Busy", "Meal" ...) or routing status ("Idle", "OffQueue" ...), to be compared
 *     without spaces and case
 * @param statusTime the state time that Stat Server gave, in seconds since 1970
 * @param toldAt when Stat Server told it, in milliseconds since 1970; 0 for what it said before the run
 */
public record ExpectedAgentState(String employeeId, Kind kind, String value, int statusTime, long toldAt) {

    /** The two kinds of events. */
    public enum Kind {
        PRESENCE,
        ROUTING_STATUS
    }
}
