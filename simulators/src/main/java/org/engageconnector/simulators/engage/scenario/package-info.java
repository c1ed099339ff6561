/**
 * Call scenarios as data: what is played, what must come of it, and how one is bound to real agents, queues and times.
 *
 * <p>The files beside the classes are in the golden format (processors/src/test/resources/golden/README.md). Pure: no
 * sockets, no clock, no threads.
 */
package org.engageconnector.simulators.engage.scenario;
