/**
 * Who may call: OAuth clients, tokens, permissions, and the quota of a token. Secrets and tokens never leave it, not even in
 * {@code toString}.
 */
package org.engageconnector.simulators.genesyscloud.access;
