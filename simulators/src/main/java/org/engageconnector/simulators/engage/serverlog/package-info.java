/**
 * Writes what a simulated SIP Server says as the log of a real one would show it (docs/replay.md): header, dumps, copies for clients
 * and for the other server of the pair, SIP messages in between, files that are full in the middle of a line.
 */
package org.engageconnector.simulators.engage.serverlog;
