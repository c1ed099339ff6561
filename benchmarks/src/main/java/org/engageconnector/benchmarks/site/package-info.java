/**
 * The documented load: a simulated site of 1,000 agents and a simulated Genesys Cloud in this process, the connector in
 * another one, started by its launcher. Delay, footprint, start and takeover are measured on it.
 */
package org.engageconnector.benchmarks.site;
