/**
 * Keeps a Genesys Cloud organisation in step with the Config DB: reads a snapshot, plans the difference to what was last
 * confirmed, stops when that would take too much away, and carries it out in order. No sockets, no Redis: requests leave
 * through a route, and what is remembered goes through {@code directory}.
 */
package org.engageconnector.processors.configsync;
