package org.engageconnector.message.tkv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.engageconnector.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames that were written down without the codec. */
class TkvFixturesTest {

    static List<Fixture> accepted() {
        return Fixture.accepted();
    }

    static List<Fixture> foreign() {
        return Fixture.foreign();
    }

    static List<Fixture> refused() {
        return Fixture.refused();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void aFrameSaysWhatIsWrittenBesideIt(Fixture fixture) {
        assertThat(Fixture.describe(Tkv.decode(fixture.bytes()))).isEqualTo(fixture.expected());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theEncoderWritesTheSameBytes(Fixture fixture) {
        assertThat(HexFormat.of().formatHex(Tkv.encode(Tkv.decode(fixture.bytes()))))
                .isEqualTo(HexFormat.of().formatHex(fixture.bytes()));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void everySplitPositionGivesTheSame(Fixture fixture) {
        byte[] bytes = fixture.bytes();
        for (int split = 0; split <= bytes.length; split++) {
            try (Wire wire = new Wire()) {
                wire.feed(bytes, 0, split);
                wire.feed(bytes, split, bytes.length);
                assertSame(fixture, wire.frames());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void byteForByteGivesTheSame(Fixture fixture) {
        try (Wire wire = new Wire()) {
            for (int i = 0; i < fixture.bytes().length; i++) {
                wire.feed(fixture.bytes(), i, i + 1);
            }
            assertSame(fixture, wire.frames());
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aBrokenFrameIsRefusedForTheReasonWrittenBesideIt(Fixture fixture) {
        try (Wire wire = new Wire()) {
            assertThatExceptionOfType(TkvException.class)
                    .isThrownBy(() -> wire.feed(fixture.bytes()))
                    .satisfies(refusal -> {
                        assertThat(refusal.reason()).isEqualTo(fixture.reason());
                        String hex = HexFormat.of().formatHex(fixture.bytes());
                        assertThat(refusal.hex()).isEqualTo(hex.substring(0, Math.min(128, hex.length())));
                    });
        }
        assertThatExceptionOfType(TkvException.class)
                .isThrownBy(() -> Tkv.decode(fixture.bytes()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(fixture.reason()));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void text_that_is_not_utf_8_is_read_with_a_replacement_and_handed_on_as_utf_8(Fixture fixture) {
        assertThat(Fixture.describe(Tkv.decode(fixture.bytes()))).isEqualTo(fixture.expected());
        AtomicInteger replaced = new AtomicInteger();
        EmbeddedChannel channel = new EmbeddedChannel(
                new TkvDecoder(Tkv.DEFAULT_MAX_FRAME_BYTES, StandardCharsets.UTF_8, replaced::addAndGet));
        channel.writeInbound(Unpooled.wrappedBuffer(fixture.bytes()));
        TkvFrame frame = channel.readInbound();
        assertThat(replaced).hasValue(1);
        assertThat(Fixture.describe(frame.message())).isEqualTo(fixture.expected());
        assertThat(frame.bytes()).isEqualTo(Tkv.encode(frame.message()));
        channel.finishAndReleaseAll();
    }

    @Test
    void text_is_read_in_the_code_page_of_the_site_and_handed_on_as_utf_8() {
        byte[] bytes = HexFormat.of().parseHex("00000012" + "003C0001" + "0014" + "00" + "00000007" + "4DFC6C6C657220");
        EmbeddedChannel channel = new EmbeddedChannel(
                new TkvDecoder(Tkv.DEFAULT_MAX_FRAME_BYTES, Charset.forName("windows-1252"), texts -> {
                    throw new AssertionError("nothing is wrong in this code page");
                }));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        TkvFrame frame = channel.readInbound();
        assertThat(frame.message().text(20)).isEqualTo("Müller ");
        assertThat(Tkv.decode(frame.bytes()).text(20)).isEqualTo("Müller ");
        channel.finishAndReleaseAll();
        assertThat(written(frame.message(), "windows-1252")).isEqualTo(bytes);
    }

    private static byte[] written(Message message, String charset) {
        EmbeddedChannel channel = new EmbeddedChannel(new TkvEncoder(Charset.forName(charset)));
        channel.writeOutbound(message);
        ByteBuf frame = channel.readOutbound();
        try {
            return ByteBufUtil.getBytes(frame);
        } finally {
            frame.release();
            channel.finishAndReleaseAll();
        }
    }

    private static void assertSame(Fixture fixture, List<TkvFrame> frames) {
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).bytes()).isEqualTo(fixture.bytes());
        assertThat(Fixture.describe(frames.get(0).message())).isEqualTo(fixture.expected());
    }
}
