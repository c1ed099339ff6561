package org.engageconnector.message.tkv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.junit.jupiter.api.Test;

class TkvDecoderTest {

    private static final byte[] GOOD =
            Tkv.encode(Message.of(60).with(20, "7001").build());

    @Test
    void framesThatArriveTogetherComeOutOneByOne() {
        try (Wire wire = new Wire()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Fixture.accepted().forEach(fixture -> all.writeBytes(fixture.bytes()));
            wire.feed(all.toByteArray());
            assertThat(wire.frames())
                    .extracting(frame -> Fixture.describe(frame.message()))
                    .isEqualTo(
                            Fixture.accepted().stream().map(Fixture::expected).toList());
        }
    }

    @Test
    void whatCameBeforeABrokenFrameIsNotLost() {
        byte[] broken = Fixture.refused().get(0).bytes();
        try (Wire wire = new Wire()) {
            byte[] both = ByteBuffer.allocate(2 * GOOD.length + broken.length)
                    .put(GOOD)
                    .put(GOOD)
                    .put(broken)
                    .array();
            assertThatExceptionOfType(TkvException.class).isThrownBy(() -> wire.feed(both));
            assertThat(wire.frames()).hasSize(2);
        }
    }

    @Test
    void afterABrokenFrameNothingIsReadAndNothingIsThrownAgain() {
        try (Wire wire = new Wire()) {
            assertThatExceptionOfType(TkvException.class)
                    .isThrownBy(() -> wire.feed(Fixture.refused().get(0).bytes()));
            wire.feed(GOOD);
            wire.feed(Fixture.refused().get(1).bytes());
            assertThat(wire.frames()).isEmpty();
        }
    }

    @Test
    void aLengthIsJudgedBeforeItsFrameIsWaitedFor() {
        try (Wire wire = new Wire(1_000)) {
            wire.feed(ByteBuffer.allocate(4).putInt(1_000).array());
        }
        try (Wire wire = new Wire(1_000)) {
            assertThatExceptionOfType(TkvException.class)
                    .isThrownBy(
                            () -> wire.feed(ByteBuffer.allocate(4).putInt(1_001).array()))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("length"));
        }
    }

    @Test
    void aFrameOfTheGreatestLengthIsAccepted() {
        int limit = 100_000;
        byte[] frame = Tkv.encode(Message.of(1).with(58, new byte[limit - 11]).build());
        try (Wire wire = new Wire(limit)) {
            for (int from = 0; from < frame.length; from += 1_000) {
                wire.feed(frame, from, Math.min(frame.length, from + 1_000));
            }
            assertThat(wire.frames()).hasSize(1);
            // growing by doubling, plus the read that is being added
            assertThat(wire.mostMemory()).isLessThan(3L * limit);
        }
    }

    @Test
    void aRefusalNamesNoValue() {
        byte[] frame = Tkv.encode(Message.of(60).with(19, "+4930123456").build());
        frame[10] = 9;
        assertThatExceptionOfType(TkvException.class)
                .isThrownBy(() -> Tkv.decode(frame))
                .withMessageStartingWith("type")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("4930"));
    }

    @Test
    void theReplacementCharacterMayBeSent() {
        Message message = Message.of(60).with(20, "a\uFFFDb").build();
        assertThat(Tkv.decode(Tkv.encode(message)).text(20)).isEqualTo("a\uFFFDb");
    }

    @Test
    void aFrameWithEveryAttributeIdIsReadInOneGo() {
        List<Message.Attribute> attributes = new ArrayList<>();
        for (int id = 0; id <= 65_534; id++) {
            attributes.add(new Message.Attribute(id, ""));
        }
        Collections.reverse(attributes);
        Message read = Tkv.decode(Tkv.encode(new Message(9, attributes)));
        assertThat(read.size()).isEqualTo(65_535);
        assertThat(read.text(65_534)).isEmpty();
    }

    @Test
    void onlyAWholeFrameIsAFrame() {
        byte[] cut = java.util.Arrays.copyOf(GOOD, GOOD.length - 1);
        byte[] longer = java.util.Arrays.copyOf(GOOD, GOOD.length + 1);
        for (byte[] wrong : List.of(cut, longer, new byte[0], new byte[3])) {
            assertThatExceptionOfType(TkvException.class)
                    .isThrownBy(() -> Tkv.decode(wrong))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("length"));
        }
    }

    @Test
    void aLimitOutOfRangeIsRefusedWithTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TkvDecoder(3))
                .withMessage("maxFrameBytes 3, expected 4 to 1073741824");
    }

    @Test
    void whatCannotBeFramedIsSaidBeforeItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tkv.encode(Message.of(70_000).build()))
                .withMessageContaining("message number 70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tkv.encode(Message.of(1).with(1, 1.5).build()))
                .withMessageContaining("java.lang.Double");
        KeyValueList list = KeyValueList.EMPTY;
        for (int depth = 0; depth < 8; depth++) {
            list = KeyValueList.of("deeper", list);
        }
        Message tooDeep = Message.of(1).with(51, list).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tkv.encode(tooDeep))
                .withMessageContaining("depth 9");
    }
}
