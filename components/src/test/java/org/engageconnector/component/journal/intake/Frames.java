package org.engageconnector.component.journal.intake;

import static org.engageconnector.message.TServerAttribute.EVENT_SEQUENCE_NUMBER;
import static org.engageconnector.message.TServerAttribute.SERVER_START_TIME;
import static org.engageconnector.message.TServerAttribute.THIS_DN;
import static org.engageconnector.message.TServerAttribute.TIME_IN_SECS;
import static org.engageconnector.message.TServerAttribute.TIME_IN_U_SECS;

import java.nio.charset.StandardCharsets;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerMessage;

/** Frames for tests: the bytes are the number as text, so that what arrives can be read. */
public final class Frames {

    static final int START = 1_700_000_000;

    private Frames() {}

    public static ReceivedFrame ringing(String instance, long number) {
        return frame(instance, "extension", message(TServerMessage.EVENT_RINGING, number), Long.toString(number));
    }

    public static ReceivedFrame registered(String instance, long number) {
        return frame(instance, "extension", message(TServerMessage.EVENT_REGISTERED, number), "r" + number);
    }

    /** An event of a family at a time in microseconds after the start of the run. */
    public static ReceivedFrame at(String family, long number, long micros) {
        Message message = Message.of(TServerMessage.EVENT_RINGING)
                .with(TIME_IN_SECS, (int) (START + micros / 1_000_000))
                .with(TIME_IN_U_SECS, (int) (micros % 1_000_000))
                .with(SERVER_START_TIME, START)
                .with(EVENT_SEQUENCE_NUMBER, number)
                .build();
        return frame("a", family, message, Long.toString(number));
    }

    /** An event of an older server: no run, no number. */
    public static ReceivedFrame unnumbered(String instance, String dn, int micros) {
        Message message = Message.of(TServerMessage.EVENT_RINGING)
                .with(THIS_DN, dn)
                .with(TIME_IN_SECS, START)
                .with(TIME_IN_U_SECS, micros)
                .build();
        return new ReceivedFrame(
                "SIP_1",
                "primary",
                "extension",
                instance,
                0,
                null,
                message,
                (dn + micros).getBytes(),
                System.nanoTime());
    }

    public static ReceivedFrame control(String instance, String word) {
        return new ReceivedFrame("SIP_1", "primary", "vq", instance, START, word, null, new byte[0], System.nanoTime());
    }

    static Message message(int type, long number) {
        return Message.of(type)
                .with(THIS_DN, "1001")
                .with(TIME_IN_SECS, START + (int) (number / 1000))
                .with(TIME_IN_U_SECS, (int) (number % 1000))
                .with(SERVER_START_TIME, START)
                .with(EVENT_SEQUENCE_NUMBER, number)
                .build();
    }

    static ReceivedFrame frame(String instance, String family, Message message, String body) {
        return new ReceivedFrame(
                "SIP_1",
                "primary",
                family,
                instance,
                START,
                null,
                message,
                body.getBytes(StandardCharsets.UTF_8),
                System.nanoTime());
    }
}
