package org.engageconnector.simulators.engage.play;

import org.engageconnector.message.Message;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.statserver.AgentState;

/** Where a contact centre is played: the simulated servers, or a list in a test. Called by the player's thread only. */
public interface Stage {

    /** A SIP Server has something to tell. @param at its event time, in milliseconds since 1970 */
    void event(String switchName, Stream stream, Message event, long at);

    /** Stat Server has a new state of an agent. @param serverTime in seconds since 1970 */
    void state(String employeeId, AgentState state, int serverTime);
}
