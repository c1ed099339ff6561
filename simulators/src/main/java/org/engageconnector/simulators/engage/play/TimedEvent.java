package org.engageconnector.simulators.engage.play;

import org.engageconnector.message.Message;
import org.engageconnector.simulators.engage.scenario.Stream;

/**
 * An event that a SIP Server is to send.
 *
 * @param at when, in milliseconds since 1970; also its event time
 * @param event without what a server adds: time, start time, number
 */
record TimedEvent(long at, Stream stream, Message event) {}
