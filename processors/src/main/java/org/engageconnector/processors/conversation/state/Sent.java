package org.engageconnector.processors.conversation.state;

/**
 * An event that was sent and cannot be unsaid.
 *
 * @param subject the leg or command
 * @param n which of this type on the subject
 * @param at its {@code eventDateTime}
 * @param detail disconnect type, final state and the like, for people; may be {@code null}
 */
public record Sent(String subject, EventType type, int n, long at, String detail) {

    public static String key(String subject, EventType type, int n) {
        return subject + '/' + type.ordinal() + '/' + n;
    }
}
