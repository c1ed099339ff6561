/**
 * From what Stat Server says of an agent to presence and routing status (docs/agent-states.md). The rules are pure: time, ids
 * and input are arguments. Only {@code AgentStateMapper} and {@code EnrichAgents} know Camel. No sockets, no Redis.
 */
package org.engageconnector.processors.agentstate;
