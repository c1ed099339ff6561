package org.engageconnector.simulators.engage.statserver;

/** Where an agent sits when logged in. */
public record StatAgent(String employeeId, String loginId, String place, String dn, String switchName) {}
