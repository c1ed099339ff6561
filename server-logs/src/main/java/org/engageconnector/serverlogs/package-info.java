/**
 * Reads the logs of T-Servers and SIP Servers: text into messages, in the order in which one pair of servers said them.
 *
 * <p>Knows the message model and nothing else: no rules, no sockets, no settings. Memory is bounded whatever the size of the logs.
 * What a log looks like is told in docs/replay.md.
 */
package org.engageconnector.serverlogs;
