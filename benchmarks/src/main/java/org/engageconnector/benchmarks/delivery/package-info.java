/** Drains a backlog against a server that counts as Genesys Cloud does: use of the quota, overshoot, fill of requests. */
package org.engageconnector.benchmarks.delivery;
