package org.engageconnector.component.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** What makes two received frames the same Engage event (delivery rules, section 2: append once). */
final class EventIdentity {

    /** Numbers above this are not exact in a script. */
    private static final long LARGEST_NUMBER = 1L << 53;

    private static final int[] PARTS = {
        TServerAttribute.CONN_ID,
        TServerAttribute.PREVIOUS_CONN_ID,
        TServerAttribute.CALL_UUID,
        TServerAttribute.THIS_DN,
        TServerAttribute.OTHER_DN,
        TServerAttribute.THIRD_PARTY_DN,
        TServerAttribute.TIME_IN_SECS,
        TServerAttribute.TIME_IN_U_SECS
    };

    private static final int[] NUMBERS = {
        TServerAttribute.SERVER_START_TIME, TServerAttribute.EVENT_SEQUENCE_NUMBER, TServerAttribute.RELIABILITY
    };

    private EventIdentity() {}

    /** Control entries, EventRegistered and replays are appended as often as they come. */
    static boolean deduplicated(ReceivedFrame frame) {
        Message message = frame.message();
        return frame.control() == null
                && message != null
                && message.number() != TServerMessage.EVENT_REGISTERED
                && message.integer(TServerAttribute.RELIABILITY, 0) == 0;
    }

    /** The number of the event in its server run; -1 when the server does not give one that can be used. */
    static long number(ReceivedFrame frame) {
        Long number = frame.message().longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER);
        return number == null || number < 0 || number > LARGEST_NUMBER || startTime(frame) == 0 ? -1 : number;
    }

    /** The server run of an event: what the event says, else its session. */
    static int startTime(ReceivedFrame frame) {
        return frame.message().integer(TServerAttribute.SERVER_START_TIME, frame.startTime());
    }

    /** 128 bits of message, ids, DNs and time. */
    static byte[] hash(ReceivedFrame frame) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(8)
                    .putInt(frame.message().number())
                    .putInt(startTime(frame))
                    .array());
            for (int part : PARTS) {
                digest.update((byte) part);
                Object value = frame.message().value(part);
                if (value != null) {
                    digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The frame with no more of its message than is needed here: what the ring keeps. */
    static ReceivedFrame only(ReceivedFrame frame) {
        if (frame.message() == null) {
            return frame;
        }
        Message.Builder message = Message.of(frame.message().number());
        for (int part : PARTS) {
            message.with(part, frame.message().value(part));
        }
        for (int part : NUMBERS) {
            message.with(part, frame.message().value(part));
        }
        return new ReceivedFrame(
                frame.server(),
                frame.member(),
                frame.family(),
                frame.instance(),
                frame.startTime(),
                frame.control(),
                message.build(),
                frame.bytes(),
                frame.arrivedAt());
    }

    /** When the server says it happened, microseconds since 1970; {@code otherwise} when it does not say. */
    static long time(ReceivedFrame frame, long otherwise) {
        Message message = frame.message();
        if (frame.control() != null || message == null) {
            return otherwise;
        }
        Integer seconds = message.integer(TServerAttribute.TIME_IN_SECS);
        return seconds == null
                ? otherwise
                : Integer.toUnsignedLong(seconds) * 1_000_000 + message.integer(TServerAttribute.TIME_IN_U_SECS, 0);
    }
}
