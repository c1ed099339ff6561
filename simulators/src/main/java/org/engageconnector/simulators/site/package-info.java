/**
 * What exists at the simulated contact centre, and the real PostgreSQL that holds it as a Configuration Database.
 *
 * <p>Records and their generator know no sockets; only {@link org.engageconnector.simulators.site.ConfigDatabase} starts a
 * process. Nothing here plays anything, and nothing of the connector's rules may come in.
 */
package org.engageconnector.simulators.site;
