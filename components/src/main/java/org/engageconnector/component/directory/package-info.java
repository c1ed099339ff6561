/**
 * The Redis side of {@code org.engageconnector.directory}: ID map, agents, DNs, transaction, and config-sync's own tables. Every
 * change is one script; docs/redis.md names the keys.
 */
package org.engageconnector.component.directory;
