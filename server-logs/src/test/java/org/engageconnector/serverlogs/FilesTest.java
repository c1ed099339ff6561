package org.engageconnector.serverlogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.engageconnector.message.TServerAttribute;
import org.junit.jupiter.api.Test;

/** Headers, files that are cut in two, and clocks. */
class FilesTest {

    private static final String EVENT =
            "@%s [0] 8.1.101.33 distribute_event: message EventRinging\n\tAttributeThisDN\t'%s'\n";

    private static String header(int segment, String utc, String local) {
        return """
                SIP Server, version 8.1.101.33

                Application name:        SIPS_A
                Application type:        TServer (1)
                Host name:               host
                Time zone:               -3600, CET, CEST
                UTC time:                %s
                Local time:              %s
                Start time (UTC):        2026-10-24T00:00:00
                File:                    (%d) /logs/sips.log

                """.formatted(utc, local, segment);
    }

    @Test
    void a_line_that_the_end_of_a_file_cuts_goes_on_behind_the_next_header() {
        String first = header(1, "2026-10-24T10:00:00.000", "2026-10-24T12:00:00.000")
                + "@12:00:01.0000 [0] 8.1.101.33 distribute_event: message EventRinging\n\tAttributeThisDN\t'50";
        String second =
                header(2, "2026-10-24T10:00:01.000", "2026-10-24T12:00:01.000") + "01'\n\tAttributeCallType\t2\n";

        ReadLog read = ReadLog.of(first, second);

        assertThat(read.only().text(TServerAttribute.THIS_DN)).isEqualTo("5001");
        assertThat(read.only().integer(TServerAttribute.CALL_TYPE)).isEqualTo(2);
        assertThat(read.oddities.kinds()).isEmpty();
    }

    @Test
    void a_file_that_is_missing_makes_no_event_of_two_halves() {
        String first = header(1, "2026-10-24T10:00:00.000", "2026-10-24T12:00:00.000")
                + "@12:00:01.0000 [0] 8.1.101.33 distribute_event: message EventRinging\n\tAttributeThisDN\t'50";
        String third = header(3, "2026-10-24T11:00:00.000", "2026-10-24T13:00:00.000") + "99'\n"
                + EVENT.formatted("13:00:01.0000", "5002");

        ReadLog read = ReadLog.of(first, third);

        assertThat(read.only().text(TServerAttribute.THIS_DN)).isEqualTo("5002");
        assertThat(read.oddities.kinds())
                .containsOnlyKeys("file missing before this one", "event cut off by the end of a file");
    }

    @Test
    void stamps_keep_their_order_through_the_end_of_daylight_saving_and_midnight() {
        ReadLog read = ReadLog.of(header(1, "2026-10-25T00:59:00.000", "2026-10-25T02:59:00.000")
                + EVENT.formatted("02:59:59.9000", "1")
                + EVENT.formatted("02:00:00.1000", "2")
                + EVENT.formatted("02:30:00.0000", "3")
                + EVENT.formatted("23:59:59.9990", "4")
                + EVENT.formatted("00:00:00.0010", "5"));

        assertThat(read.events)
                .extracting(event -> Instant.ofEpochMilli(event.at()).toString())
                .containsExactly(
                        "2026-10-25T00:59:59.900Z",
                        "2026-10-25T01:00:00.100Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T22:59:59.999Z",
                        "2026-10-25T23:00:00.001Z");
    }

    @Test
    void the_time_of_an_event_is_the_one_that_it_says_itself() {
        ReadLog read = ReadLog.of(
                header(1, "2026-10-25T00:59:00.000", "2026-10-25T02:59:00.000")
                        + "@02:59:59.9000 [0] 8.1.101.33 distribute_event: message EventRinging\n"
                        + "\tAttributeTimeinuSecs\t123456\n\tAttributeTimeinSecs\t1792890000 (02:59:59)\n\tAttributeThisDN\t'1'\n");

        assertThat(read.events.get(0).at()).isEqualTo(1_792_890_000_123L);
    }

    @Test
    void a_header_that_says_no_utc_time_has_a_zone() {
        ReadLog read = ReadLog.of(
                """
                Application name:        SIPS_A
                Time zone:               18000, EST, EDT
                Local time:              2026-01-24T12:00:00.000
                File:                    (1) /logs/sips.log

                """ + EVENT.formatted("12:00:01.0000", "5001") + EVENT.formatted("2026-01-25T12:00:01.0000", "5002"));

        assertThat(read.events)
                .extracting(event -> Instant.ofEpochMilli(event.at()).toString())
                .containsExactly("2026-01-24T17:00:01Z", "2026-01-25T17:00:01Z");
    }

    @Test
    void an_impossible_time_gives_way_to_the_stamp_until_a_second_event_says_it_too() {
        String timed =
                "@%s [0] 8.1.101.33 distribute_event: message EventRinging\n\tAttributeTimeinSecs\t%d (12:00:01)\n";
        ReadLog read = ReadLog.of(header(1, "2026-10-24T10:00:00.000", "2026-10-24T12:00:00.000")
                + timed.formatted("12:00:01.0000", 4_000_000_000L)
                + timed.formatted("12:00:02.0000", 1_792_836_002L)
                + timed.formatted("12:00:03.0000", 1_793_400_003L)
                + timed.formatted("12:00:04.0000", 1_793_400_004L));

        assertThat(read.events)
                .extracting(event -> Instant.ofEpochMilli(event.at()).toString())
                .containsExactly(
                        "2026-10-24T10:00:01Z", "2026-10-24T10:00:02Z", "2026-10-24T10:00:03Z", "2026-10-30T22:40:04Z");
        assertThat(read.oddities.kinds().get("event time far from its stamp").times())
                .isEqualTo(2);
    }

    @Test
    void an_endless_line_is_passed_over() {
        ReadLog read = ReadLog.of(EVENT.formatted("12:00:00.0000", "5001")
                + "x".repeat(5 << 20) + "\n"
                + EVENT.formatted("12:00:01.0000", "5002") + "\tAttributeANI\t'" + "1".repeat(3 << 20) + "'\n"
                + "\tAttributeDNIS\t'" + "2".repeat(100_000) + "'\n"
                + EVENT.formatted("12:00:02.0000", "5003"));

        assertThat(read.events)
                .extracting(event -> event.message().text(TServerAttribute.THIS_DN))
                .containsExactly("5001", "5002", "5003");
        assertThat(read.oddities.kinds()).containsKey("line too long");
    }

    @Test
    void lines_are_numbered_from_the_files_first() {
        ReadLog read = ReadLog.of(header(1, "2026-10-24T10:00:00.000", "2026-10-24T12:00:00.000") + "trace\n"
                + EVENT.formatted("12:00:01.0000", "5001"));

        assertThat(read.events.get(0).line()).isEqualTo(13);
    }
}
