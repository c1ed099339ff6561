/**
 * A pair of simulated SIP Servers that speak the T-Server side of the open framing (docs/protocol.md): sessions,
 * registrations, live calls and their replay. It sends the events it is given and makes up none.
 */
package org.engageconnector.simulators.engage.sipserver;
