package org.engageconnector.simulators.engage.play;

/**
 * A Stat Server status that an agent gets.
 *
 * @param at when, in milliseconds since 1970
 * @param callType CallType of the call on the agent's DN; {@code null} for no call
 */
record TimedStatus(long at, String employeeId, int status, Integer callType) {}
