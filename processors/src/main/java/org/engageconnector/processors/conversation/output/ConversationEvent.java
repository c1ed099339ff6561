package org.engageconnector.processors.conversation.output;

import org.engageconnector.processors.conversation.state.Basis;

/**
 * One event for Genesys Cloud.
 *
 * @param list the batch list it belongs to, for example {@code userEstablishedEvents}
 * @param at {@code eventDateTime}, milliseconds since 1970
 * @param callUuid CallUUID of the main call
 * @param due when the wait that released it was due, engine time; 0 when evidence released it
 * @param rule the rule of docs/call-rules.md that tells it, for example {@code Q2}
 * @param basis the evidence that made it
 * @param json the event as the API wants it
 */
public record ConversationEvent(
        String list,
        long at,
        String conversationId,
        String eventId,
        String callUuid,
        long due,
        String rule,
        Basis basis,
        String json) {}
