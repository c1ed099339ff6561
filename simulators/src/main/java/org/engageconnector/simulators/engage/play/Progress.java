package org.engageconnector.simulators.engage.play;

/**
 * How far a run is.
 *
 * @param callsStarted calls whose first event was due
 * @param callsEnded calls whose last event was told
 * @param callsSkipped calls that were due while too few agents were free
 * @param breaks breaks begun
 * @param expectedConversationEvents of all calls started
 * @param expectedAgentStateEvents so far
 */
public record Progress(
        int callsStarted,
        int callsEnded,
        int callsSkipped,
        int breaks,
        int expectedConversationEvents,
        int expectedAgentStateEvents) {}
