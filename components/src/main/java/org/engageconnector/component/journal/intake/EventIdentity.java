package org.engageconnector.component.journal.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvException;

/** What makes two received frames the same Engage event (docs/delivery.md#append-once). */
final class EventIdentity {

    /** Numbers above this are not exact in a script. */
    private static final long LARGEST_NUMBER = 1L << 53;

    private static final int HASH_BYTES = 16;

    /** Ids, DNs and time, and what may be said of them twice in one millisecond: two parties of a call leave at once. */
    private static final int[] PARTS = {
        TServerAttribute.SERVER_START_TIME,
        TServerAttribute.EVENT_SEQUENCE_NUMBER,
        TServerAttribute.CONN_ID,
        TServerAttribute.PREVIOUS_CONN_ID,
        TServerAttribute.CALL_UUID,
        TServerAttribute.NEW_CALL_UUID,
        TServerAttribute.ORIG_CALL_UUID,
        TServerAttribute.REF_CALL_UUID,
        TServerAttribute.PARTY_UUID,
        TServerAttribute.AGENT_ID,
        TServerAttribute.DN,
        TServerAttribute.THIS_DN,
        TServerAttribute.OTHER_DN,
        TServerAttribute.THIRD_PARTY_DN,
        TServerAttribute.PARTY_STATE,
        TServerAttribute.USER_DATA,
        TServerAttribute.EXTENSIONS,
        TServerAttribute.TIME_IN_SECS,
        TServerAttribute.TIME_IN_U_SECS
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

    /**
     * 128 bits of message, ids, DNs and time of an encoded frame; seldom needed, so that it may cost a decoding. Bytes that
     * are no frame stand for themselves.
     */
    static byte[] hash(byte[] frame) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try {
                update(digest, Tkv.decode(frame));
            } catch (TkvException e) {
                digest.update(frame);
            }
            return Arrays.copyOf(digest.digest(), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, Message message) {
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(0, message.number()).array());
        for (int part : PARTS) {
            digest.update((byte) part);
            Object value = message.value(part);
            if (value != null) {
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
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
