/**
 * What config-sync knows and the other roles look up: the ID map (Engage id to Genesys Cloud id), the agents in scope, the
 * DNs per switch. Plain Java; kept in Redis by {@code component.directory}.
 */
@NullMarked
package org.engageconnector.directory;

import org.jspecify.annotations.NullMarked;
