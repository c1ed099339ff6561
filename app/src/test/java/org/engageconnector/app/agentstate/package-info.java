/** The role agent-state-sync as it ships, between a real Redis, simulated Stat Servers and a simulated Genesys Cloud. */
package org.engageconnector.app.agentstate;
