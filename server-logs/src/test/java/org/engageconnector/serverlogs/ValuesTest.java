package org.engageconnector.serverlogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.junit.jupiter.api.Test;

/** Values as they stand in logs: without escaping, over several lines, in code pages, hidden, in lists. */
class ValuesTest {

    private static final String HEAD =
            "@14:13:34.2350 [0] 8.1.101.33 distribute_event: message EventAttachedDataChanged\n"
                    + "\tAttributeTimeinSecs\t1525356814 (14:13:34)\n";
    private static final String TAIL = "14:13:34.236 next\n";

    @Test
    void a_quote_inside_a_value_stays() {
        assertThat(data("[29] 00 01 00 00..", "\t\t'Name'\t'O'Brien'", "\t\t'N'\t'it's 'x''"))
                .isEqualTo(KeyValueList.of("Name", "O'Brien", "N", "it's 'x'"));
    }

    @Test
    void a_value_of_three_lines_is_no_event_though_one_reads_like_it() {
        ReadLog read = ReadLog.of(HEAD
                + "\tAttributeUserData\t[55] 00 02 00 00..\n"
                + "\t\t'note'\t'first\nmessage EventReleased\n\tthird'\n"
                + "\t\t'n'\t5\n"
                + "\tAttributeThisDN\t'5001'\n"
                + TAIL);

        Message event = read.only();
        assertThat(event.list(TServerAttribute.USER_DATA))
                .isEqualTo(KeyValueList.of("note", "first\nmessage EventReleased\n\tthird", "n", 5));
        assertThat(event.text(TServerAttribute.THIS_DN)).isEqualTo("5001");
        assertThat(read.oddities.kinds()).isEmpty();
    }

    @Test
    void a_line_that_ends_with_a_quote_does_not_end_a_value_that_goes_on() {
        ReadLog read = ReadLog.of(
                HEAD + "\tAttributeUserData\t[28] 00 01 00 00..\n" + "\t\t'note'\t'say 'yes'\nor 'no''\n" + TAIL);

        assertThat(read.only().list(TServerAttribute.USER_DATA))
                .isEqualTo(KeyValueList.of("note", "say 'yes'\nor 'no'"));
    }

    @Test
    void a_copy_that_is_passed_over_makes_no_event_of_what_its_values_say() {
        String dump = HEAD
                + "\tAttributeEventSequenceNumber\t0000000000000001\n"
                + "\tAttributeUserData\t[60] 00 02 00 00..\n"
                + "\t\t'note'\t'say 'yes'\nfoo\nmessage EventReleased\nthird'\n"
                + "\t\t'n'\t'5'\n"
                + "\tAttributeThisDN\t'5001'\n";

        ReadLog read = ReadLog.of(dump + dump + dump + TAIL);

        assertThat(read.only().text(TServerAttribute.THIS_DN)).isEqualTo("5001");
        assertThat(read.only().list(TServerAttribute.USER_DATA).text("note"))
                .isEqualTo("say 'yes'\nfoo\nmessage EventReleased\nthird");
    }

    @Test
    void a_value_without_an_end_costs_no_more_than_itself() {
        ReadLog read = ReadLog.of(HEAD
                + "\tAttributeUserData\t[16] 00 01 00 00..\n"
                + "\t\t'note'\t'cut\n"
                + "\tAttributeThisDN\t'5001'\n"
                + TAIL);

        assertThat(read.only().text(TServerAttribute.THIS_DN)).isEqualTo("5001");
        assertThat(read.oddities.kinds()).containsKey("text without an end");
    }

    @Test
    void lists_inside_lists_begin_on_the_line_of_their_key() {
        KeyValueList expected = KeyValueList.of(
                "A",
                "1",
                "Inner",
                KeyValueList.of("B", "2", "C", 3, "Deep", KeyValueList.of("D", "4")),
                "Empty",
                KeyValueList.EMPTY,
                "E",
                "5");

        assertThat(data(
                        "[79] 00 04 00 00..",
                        "\t\t'A'\t'1'",
                        "\t\t'Inner'(list) 'B'\t'2'",
                        "\t\t\t'C'\t3",
                        "\t\t\t'Deep'(list) 'D'\t'4'",
                        "\t\t'Empty'(list) ",
                        "\t\t'E'\t'5'"))
                .isEqualTo(expected);
    }

    @Test
    void where_the_indent_is_lost_the_number_of_pairs_says_what_is_inside() {
        assertThat(data("[33] 00 02 00 00..", "\t\t'Inner'(list) 'B'\t'2'", "\t\t'C'\t3", "\t\t'E'\t'5'"))
                .isEqualTo(KeyValueList.of("Inner", KeyValueList.of("B", "2", "C", 3), "E", "5"));
    }

    @Test
    void keys_may_hold_anything_and_repeat() {
        assertThat(data("[99] 00 03 00 00..", "\t\t'PegAG?:Skill1 > 1'\t'x'", "\t\t'k'\t'1'", "\t\t'k'\t'2'"))
                .isEqualTo(KeyValueList.of("PegAG?:Skill1 > 1", "x", "k", "1", "k", "2"));
    }

    @Test
    void numbers_are_decimal_or_hexadecimal_and_texts_may_lack_their_quotes() {
        for (String state : new String[] {"65548", "0x1000C", "0001000c", "65548 (dialing)", "65548 [Dialing]"}) {
            Message event = ReadLog.of(HEAD + "\tAttributePartyState\t" + state + "\n\tAttributeDN\t5001\n" + TAIL)
                    .only();
            assertThat(event.integer(TServerAttribute.PARTY_STATE)).as(state).isEqualTo(0x1000C);
            assertThat(event.text(TServerAttribute.DN)).isEqualTo("5001");
        }
    }

    @Test
    void a_list_that_is_shorter_than_it_says_is_told() {
        ReadLog whole = ReadLog.of(HEAD + "\tAttributeUserData\t[14] 00 01 00 00..\n\t\t'Name'\t'abc'\n" + TAIL);
        ReadLog skipped = ReadLog.of(HEAD + "\tAttributeUserData\t[34] 00 02 00 00..\n\t\t'Name'\t'abc'\n" + TAIL);

        assertThat(whole.oddities.kinds()).isEmpty();
        assertThat(skipped.oddities.kinds()).containsOnlyKeys("list that is not whole");
    }

    @Test
    void hidden_values_are_no_values_and_tags_are_taken_off() {
        ReadLog read = ReadLog.of(HEAD
                + "\tAttributeUserData\t[99] 00 05 00 00..\n"
                + "\t\t'DispositionCode'\t'****'\n\t\t'First'\t'**ld'\n\t\t'Last'\t'So**'\n\t\t'Tag'\t'<#Sold#>'\n\t\t'Open'\t'Sold'\n"
                + TAIL);

        assertThat(read.only().list(TServerAttribute.USER_DATA))
                .isEqualTo(KeyValueList.of("Tag", "Sold", "Open", "Sold"));
        assertThat(read.oddities.hiddenKeys()).containsOnlyKeys("DispositionCode", "First", "Last");
        assertThat(read.oddities.kinds()).isEmpty();
    }

    @Test
    void texts_are_utf_8_or_the_sites_code_page_or_both_in_one_log() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes((HEAD + "\tAttributeUserData\t[60] 00 03 00 00..\n").getBytes(StandardCharsets.US_ASCII));
        log.writeBytes(pair("utf", "Müller – Zürich".getBytes(StandardCharsets.UTF_8)));
        log.writeBytes(pair("win", "Müller – Zürich".getBytes(Charset.forName("windows-1252"))));
        log.writeBytes(pair("half", java.util.Arrays.copyOf("Müllerü".getBytes(StandardCharsets.UTF_8), 8)));
        log.writeBytes(TAIL.getBytes(StandardCharsets.US_ASCII));

        KeyValueList data = ReadLog.of(log.toByteArray()).only().list(TServerAttribute.USER_DATA);

        assertThat(data.text("utf")).isEqualTo("Müller – Zürich");
        assertThat(data.text("win")).isEqualTo("Müller – Zürich");
        assertThat(data.text("half")).isEqualTo("Müller");
    }

    private static byte[] pair(String key, byte[] value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(("\t\t'" + key + "'\t'").getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(value);
        line.writeBytes("'\n".getBytes(StandardCharsets.US_ASCII));
        return line.toByteArray();
    }

    @Test
    void line_ends_may_be_of_either_kind() {
        ReadLog read = ReadLog.of(
                (HEAD + "\tAttributeUserData\t[31] 00 02 00 00..\n\t\t'Name'\t'a\nb'\n\t\t'Last'\t'x'\n" + TAIL)
                        .replace("\n", "\r\n"));

        assertThat(read.only().list(TServerAttribute.USER_DATA))
                .isEqualTo(KeyValueList.of("Name", "a\nb", "Last", "x"));
    }

    private static KeyValueList data(String list, String... pairs) {
        return ReadLog.of(HEAD + "\tAttributeUserData\t" + list + "\n" + String.join("\n", pairs) + "\n" + TAIL)
                .only()
                .list(TServerAttribute.USER_DATA);
    }
}
