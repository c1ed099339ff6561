/**
 * One running role: a Camel Main and context of its own, its beans, its routes, its HTTP port. The wiring classes
 * ({@code ConfigSyncRole}, {@code AgentStateSyncRole}, {@code ConversationProviderRole}) only construct and bind; rules live
 * in {@code processors}, Redis and sockets in {@code components}.
 */
package org.engageconnector.app.role;
