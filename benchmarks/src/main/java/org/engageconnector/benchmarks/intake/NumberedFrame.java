package org.engageconnector.benchmarks.intake;

import java.nio.ByteBuffer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;

/** An EventRinging of about 1 KiB whose EventSequenceNumber can be set in the encoded frame. */
final class NumberedFrame {

    static final int START_TIME = 1_772_323_200;

    private static final long MARK = 0x1122334455667788L;

    private final byte[] template;
    private final int at;

    NumberedFrame() {
        template = Tkv.encode(Message.of(TServerMessage.EVENT_RINGING)
                .with(TServerAttribute.THIS_DN, "5001")
                .with(TServerAttribute.CONN_ID, 0x0071029f5d0a1001L)
                .with(TServerAttribute.CALL_UUID, "00O1K5VGQ8ABC2N5LAHG02LAES000001")
                .with(TServerAttribute.TIME_IN_SECS, START_TIME + 60)
                .with(TServerAttribute.TIME_IN_U_SECS, 123_000)
                .with(TServerAttribute.SERVER_START_TIME, START_TIME)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, MARK)
                .with(51, KeyValueList.of("CustomerSegment", "gold", "Notes", "x".repeat(700)))
                .build());
        at = indexOfMark();
    }

    int length() {
        return template.length;
    }

    byte[] with(long number) {
        byte[] frame = template.clone();
        ByteBuffer.wrap(frame).putLong(at, number);
        return frame;
    }

    private int indexOfMark() {
        ByteBuffer bytes = ByteBuffer.wrap(template);
        for (int i = 0; i + Long.BYTES <= template.length; i++) {
            if (bytes.getLong(i) == MARK) {
                return i;
            }
        }
        throw new IllegalStateException("the number is not in the frame");
    }
}
