/** P10: config-sync as a process of its own between a real Config DB, a real Redis and the simulated Genesys Cloud. */
package org.engageconnector.benchmarks.configsync;
