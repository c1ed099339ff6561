package org.engageconnector.processors.conversation.evidence;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/**
 * The message that evidence was read from, for people. It does not tell evidences apart: all sources are equal, so that the same
 * said by another message, or by the same one of another session, is the same evidence.
 */
public final class Source {

    /** Not read from one message, or read by a version that did not note it. */
    public static final Source NONE = new Source(0, 0);

    private final int message;
    private final long sequence;

    public Source(int message, long sequence) {
        this.message = message;
        this.sequence = sequence;
    }

    public static Source of(Message message) {
        Long sequence = message.longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER);
        return new Source(message.number(), sequence == null ? 0 : sequence);
    }

    /** The message's number; 0 when it is not known. */
    public int message() {
        return message;
    }

    /** EventSequenceNumber, which counts from the server's start; 0 when it is not known. */
    public long sequence() {
        return sequence;
    }

    /** The message's name; {@code null} when it is not known. */
    public String name() {
        return TServerMessage.name(message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return message + "#" + sequence;
    }
}
