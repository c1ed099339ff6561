package org.engageconnector.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskPersonalDataTest {

    @AfterEach
    void masked_again() {
        PersonalData.show(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ani +14155550123 is invalid",
                "ani=14155550123, next",
                "\"tel:+4969123456\"",
                "sip:004915112345678@carrier",
                "(4155550123)",
                "number 4155550123."
            })
    void numbers_of_callers_are_masked(String text) {
        assertThat(PersonalData.masked(text)).contains("***").doesNotContainPattern("\\d{6,}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversation 3f2b7c1e-1234-4abc-9def-123456789012 was refused",
                "entry 1764169200000-0",
                "VQ 8001234 is not in the ID map, DN 5001, person 1034567",
                "took 0.12345678 s at 127.0.0.1:54321",
                "Lease config-sync taken, ownership 1764172304411",
                "connId 0070028a9c0b1e5f"
            })
    void ids_queues_and_addresses_stay_readable(String text) {
        assertThat(PersonalData.masked(text)).isEqualTo(text);
    }

    @Test
    void digits_among_the_bytes_of_a_bad_frame_are_masked_and_every_other_byte_is_shown() {
        String head = "0000004000000032" + "01020304050607";
        String number = "3134313535353530313233";
        assertThat(PersonalData.masked("first bytes " + head + number + "00ff; closing"))
                .isEqualTo("first bytes " + head + "2a".repeat(11) + "00ff; closing");
    }

    @Test
    void messages_with_parameters_and_errors_with_their_causes_are_masked() {
        IllegalStateException error = new IllegalStateException(
                "cannot send to +14155550123", new IllegalArgumentException("bad number 4155550123"));
        LogEvent event = Log4jLogEvent.newBuilder()
                .setMessage(new ParameterizedMessage("refused: {}", "+14155550123"))
                .setThrown(error)
                .build();

        LogEvent masked = MaskPersonalData.create().rewrite(event);

        assertThat(masked.getMessage().getFormattedMessage()).isEqualTo("refused: ***");
        assertThat(masked.getThrown()).hasToString("java.lang.IllegalStateException: cannot send to ***");
        assertThat(masked.getThrown().getCause()).hasToString("java.lang.IllegalArgumentException: bad number ***");
        assertThat(masked.getThrown().getStackTrace()).isEqualTo(error.getStackTrace());
    }

    @Test
    void a_site_that_shows_personal_data_sees_it() {
        PersonalData.show(true);
        LogEvent event = Log4jLogEvent.newBuilder()
                .setMessage(new ParameterizedMessage("refused: {}", "+14155550123"))
                .build();

        assertThat(MaskPersonalData.create().rewrite(event)).isSameAs(event);
    }
}
