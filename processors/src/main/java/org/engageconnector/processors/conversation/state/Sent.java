package org.engageconnector.processors.conversation.state;

/**
 * An event that was sent and cannot be unsaid.
 *
 * @param subject the leg or command
 * @param n which of this type on the subject
 * @param at its {@code eventDateTime}
 * @param detail disconnect type, final state and the like, for people; may be {@code null}
 * @param rule the rule of docs/call-rules.md that told it; {@code null} where it was told by a version that did not note it
 * @param basis what made it, for people
 */
public record Sent(String subject, EventType type, int n, long at, String detail, String rule, Basis basis) {

    public static String key(String subject, EventType type, int n) {
        return subject + '/' + type.ordinal() + '/' + n;
    }
}
