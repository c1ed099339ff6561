package org.engageconnector.message.tkv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frames that were written down without the codec. */
class TkvFixturesTest {

    static List<Fixture> accepted() {
        return Fixture.accepted();
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

    private static void assertSame(Fixture fixture, List<TkvFrame> frames) {
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).bytes()).isEqualTo(fixture.bytes());
        assertThat(Fixture.describe(frames.get(0).message())).isEqualTo(fixture.expected());
    }
}
