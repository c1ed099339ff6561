package org.engageconnector.simulators.engage.scenario;

/** Which of the three subscriptions of a SIP Server tells an event. */
public enum Stream {
    CALL,
    VQ,
    EXTENSION
}
