/**
 * Draws the conclusion of a run: what was played, by the expectations of the scenarios, against what the simulated Genesys
 * Cloud took. Shares nothing with the connector's rules; demo, robustness suite and benchmarks judge by it.
 */
package org.engageconnector.simulators.judge;
