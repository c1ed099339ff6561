/**
 * A pair of simulated Stat Servers that speak the open framing's Stat Server side (docs/protocol.md): statistics of agents,
 * opened, told and closed. It tells the states it is given and derives none.
 */
package org.engageconnector.simulators.engage.statserver;
