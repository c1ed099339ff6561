/**
 * The demo: real PostgreSQL and Redis, both simulators and all three roles in one process, and a judge that compares what the
 * played calls ask for with what the simulated Genesys Cloud accepted. The judge knows nothing of {@code processors}: it would
 * share their mistakes.
 */
package org.engageconnector.demo;
