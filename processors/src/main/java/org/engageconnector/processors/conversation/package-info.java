/**
 * The call engine: from Engage events to conversation events (docs/call-rules.md). {@code CallEngine} is pure;
 * {@code CallEngineStep} and {@code EnrichCalls} are its thin edge to Camel and the journal. No Redis and no sockets here.
 */
package org.engageconnector.processors.conversation;
