/**
 * The connection to Redis of a command that is not a role.
 */
package org.engageconnector.app.redis;
