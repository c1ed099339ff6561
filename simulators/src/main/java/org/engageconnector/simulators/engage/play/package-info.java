/**
 * Plays a contact centre: binds scenarios to real agents, queues and times, lets agents log in, take breaks and change state
 * with their calls, and keeps what Genesys Cloud must be told of it. Everything that happens is planned on one thread from
 * one seed; the rules of the connector are not used here, only their results as data.
 */
package org.engageconnector.simulators.engage.play;
