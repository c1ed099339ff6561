/**
 * From what Stat Server says of an agent to presence and routing status (docs/agent-states.md). The rules are pure: time, ids
 * and input are arguments. {@code AgentStateMapper} alone knows Camel. No sockets, no Redis.
 */
package org.engageconnector.processors.agentstate;
