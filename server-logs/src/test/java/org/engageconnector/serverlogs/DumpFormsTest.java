package org.engageconnector.serverlogs;

import static org.assertj.core.api.Assertions.assertThat;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.Test;

/** The forms in which servers of several releases, ICON and the Platform SDK print events. */
class DumpFormsTest {

    @Test
    void a_sip_server_of_8_1() {
        Message event = ReadLog.of("""
                @14:13:34.2350 [0] 8.1.101.33 distribute_event: message EventRinging
                \tAttributeEventSequenceNumber\t0000000000a2aa57
                \tAttributeTimeinuSecs\t235012
                \tAttributeTimeinSecs\t1525356814 (14:13:34)
                \tAttributeThisDN\t'5001'
                \tAttributeConnID\t0071029f5d0a1001
                \tAttributeCallUUID\t'00O1K5VGQ8ABC2N5LAHG02LAES000001'
                \tAttributeCallType\t2
                \tAttributeReferenceID\t4294967295
                \tAttributePropagatedCallType\t2
                14:13:34.235 Trc 04542 EventRinging sent to [512] (000001f4 ICON 192.0.2.1:4001)
                """).only();

        assertThat(event.number()).isEqualTo(TServerMessage.EVENT_RINGING);
        assertThat(event.text(TServerAttribute.THIS_DN)).isEqualTo("5001");
        assertThat(event.longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER)).isEqualTo(10_660_439L);
        assertThat(event.longInteger(TServerAttribute.CONN_ID)).isEqualTo(0x0071029f5d0a1001L);
        assertThat(event.integer(TServerAttribute.TIME_IN_SECS)).isEqualTo(1_525_356_814);
        assertThat(event.integer(TServerAttribute.REFERENCE_ID)).isEqualTo(-1);
    }

    @Test
    void a_t_server_of_7_2_with_three_digits_and_an_empty_line_at_the_end() {
        ReadLog read = ReadLog.of("""
                @09:12:33.123 [0] 7.2.001.07 send_to_client: message EventReleased
                \tAttributeTimeinSecs\t1230000000 (09:12:33)
                \tAttributeThisDN\t'5001'

                \tAttributeThisDN\t'not of an event'
                """);

        assertThat(read.only().text(TServerAttribute.THIS_DN)).isEqualTo("5001");
    }

    @Test
    void the_words_of_an_error_stand_before_its_attributes() {
        Message event = ReadLog.of("""
                @14:13:34.2350 [0] 8.1.101.33 send_to_client: message EventError
                \t(Unknown DN)
                \tAttributeErrorCode\t59
                \tAttributeThisDN\t'0a1b2c3d-0000-4000-8000-000000000001'
                """).only();

        assertThat(event.integer(TServerAttribute.ERROR_CODE)).isEqualTo(59);
    }

    @Test
    void a_request_is_no_event_whatever_it_carries() {
        ReadLog read = ReadLog.of("""
                2018-05-03T14:13:34.123 Trc 04541 RequestDistributeEvent received from [512] (000001f4 URS 192.0.2.1:4001)
                message RequestDistributeEvent
                \tAttributeThisDN\t'VQ_Sales'
                \tAttributeUserEvent\tEventQueued
                \tAttributeUserData\t[44] 00 01 00 00..
                \t\t'note'\t'first
                message EventReleased
                third'
                2018-05-03T14:13:34.124 -- created: request
                """);

        assertThat(read.events).isEmpty();
    }

    @Test
    void the_platform_sdk() {
        Message event = ReadLog.of("""
                'EventRinging' (60) attributes:
                \tAttributeEventSequenceNumber [long] = 10660439
                \tAttributeCallUuid [str] = "00O1K5VGQ8ABC2N5LAHG02LAES000001"
                \tAttributeThisDN [str] = "5001"
                \tAttributeThisDNRole [int] = 2 [RoleDestination]
                \tAttributeConnID [long] = 0071029f5d0a1001
                \tAttributeUserData [bstr] = KVList:
                \t\t'Service' [str] = "Sales"
                \t\t'More' [lst] = KVList:
                \t\t\t'Inner' [int] = 7
                \t\t'Last' [str] = ""
                \tTime = ComplexClass(TimeStamp):
                \t\tAttributeTimeinSecs [int] = 1525356814
                \t\tAttributeTimeinuSecs [int] = 235012
                next
                """).only();

        assertThat(event.longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER)).isEqualTo(10_660_439L);
        assertThat(event.text(TServerAttribute.CALL_UUID)).isEqualTo("00O1K5VGQ8ABC2N5LAHG02LAES000001");
        assertThat(event.integer(TServerAttribute.THIS_DN_ROLE)).isEqualTo(2);
        assertThat(event.list(TServerAttribute.USER_DATA))
                .isEqualTo(KeyValueList.of("Service", "Sales", "More", KeyValueList.of("Inner", 7), "Last", ""));
        assertThat(event.integer(TServerAttribute.TIME_IN_SECS)).isEqualTo(1_525_356_814);
    }

    @Test
    void the_platform_sdk_with_its_attributes_in_the_next_line() {
        Message event = ReadLog.of("""
                'EventOnHook' ('87')
                message attributes:
                \tAttributeThisDN [str] = "5001"
                'EventReleased' ('65')
                message attributes:
                \tAttributeThisDN [str] = "5002"
                """).only();

        assertThat(event.number()).isEqualTo(TServerMessage.EVENT_RELEASED);
        assertThat(event.text(TServerAttribute.THIS_DN)).isEqualTo("5002");
    }

    @Test
    void icon_prints_blanks_where_servers_print_tabs() {
        Message event = ReadLog.of("""
                14:13:34.123 Trc 04541 Message EventEstablished received from 'SIPS@Switch'
                    AttributeThisDN    '5001'
                    AttributeUserData    [34] 00 01 00 00..
                        'Customer Segment'    'very good'
                    AttributeCallType    2
                14:13:34.125 Int 04543 Interaction message "EventReleased" received from 65200 ("SIPS@Switch")
                """).only();

        assertThat(event.number()).isEqualTo(TServerMessage.EVENT_ESTABLISHED);
        assertThat(event.list(TServerAttribute.USER_DATA).text("Customer Segment"))
                .isEqualTo("very good");
        assertThat(event.integer(TServerAttribute.CALL_TYPE)).isEqualTo(2);
    }

    @Test
    void traffic_between_servers_is_passed_over() {
        ReadLog read = ReadLog.of("""
                14:13:34.123 [BSYNC] Trace: Send to backup (SIPS_B) [120]:
                message EventRinging
                \tAttributeThisDN\t'5001'
                14:13:34.124 [ISCC] Received from server SIPS@Other: message ISCCEventNumTypes
                \tISCCAttributeThisDN\t'5001'
                Proxy(EventRinging: AttributeThisDN [5001] AttributeReferenceID [7]
                14:13:34.125 end
                """);

        assertThat(read.events).isEmpty();
        assertThat(read.oddities.kinds().keySet())
                .containsExactlyInAnyOrder(
                        "copy for the other server of the pair",
                        "message between sites (ISCC)",
                        "event passed on for another server");
    }

    @Test
    void a_mark_of_a_handler_ends_a_dump() {
        ReadLog read = ReadLog.of("""
                @14:13:34.2350 [0] 8.1.101.33 distribute_event: message EventRinging
                \tAttributeThisDN\t'5001'
                $+SIP:CTI:callSync:0:0
                \tAttributeThisDN\t'5002'
                $-SIP:CTI:callSync:0:0
                gsip:CL2(1234)] @14:13:35.2350 [0] 8.1.101.33 distribute_event: message EventReleased
                \tAttributeThisDN\t'5003'
                """);

        assertThat(read.events)
                .extracting(event -> event.message().text(TServerAttribute.THIS_DN))
                .containsExactly("5001", "5003");
    }

    @Test
    void the_same_number_is_the_same_event() {
        String dump = """
                @14:13:34.2350 [0] 8.1.101.33 %s: message EventRinging
                \tAttributeEventSequenceNumber\t000000000000000%d
                \tAttributeTimeinSecs\t1525356814 (14:13:34)
                \tAttributeThisDN\t'5001'
                """;
        ReadLog read = ReadLog.of(dump.formatted("distribute_event", 1)
                + dump.formatted("send_to_client", 1)
                + dump.formatted("send_to_client", 1)
                + dump.formatted("distribute_event", 2));

        assertThat(read.events).hasSize(2);
        assertThat(read.oddities.kinds().get("copy for another client").times()).isEqualTo(2);
    }
}
