package org.engageconnector.simulators.engage.play;

import java.util.List;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;

/**
 * A call that is or was played, and what Genesys Cloud must be told of it.
 *
 * @param number 1, 2, 3 ... in the order of their starts
 * @param scenario name of the scenario
 * @param switchName the switch, and so the SIP Server pair, that it happens on
 * @param callUuid CallUUID of the main call: {@code conversation} of the expected events
 * @param start, end times of its first and last event, in milliseconds since 1970
 * @param evidence times of all its events, in order, in milliseconds since 1970
 * @param employeeIds its agents
 * @param expect in the order of delivery; times in milliseconds since 1970, {@code user} and {@code destinationUser} as
 *     employee ids, {@code queue} and {@code destinationQueue} as numbers of virtual queues, {@code code} as attached value,
 *     legs and commands as symbols
 */
public record PlayedCall(
        int number,
        String scenario,
        String switchName,
        String callUuid,
        long start,
        long end,
        List<Long> evidence,
        List<String> employeeIds,
        List<ExpectedEvent> expect) {}
