package org.engageconnector.platformsdk;

import java.util.List;
import java.util.function.Function;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** What the servers of the tests answer, and what sessions send. */
final class Servers {

    static final Message REGISTER_T =
            Message.of(TServerMessage.REQUEST_REGISTER_CLIENT).build();
    static final Message REGISTER_STAT =
            Message.of(StatServerMessage.REQUEST_REGISTER).build();

    private Servers() {}

    static Function<Message, List<Message>> tServer() {
        return request -> {
            Integer reference = request.integer(TServerAttribute.REFERENCE_ID);
            return switch (request.number()) {
                case TServerMessage.REQUEST_REGISTER_CLIENT ->
                    List.of(
                            "secret".equals(request.text(TServerAttribute.APPLICATION_PASSWORD))
                                    ? stamped(TServerMessage.EVENT_LINK_CONNECTED, 1)
                                            .build()
                                    : Message.of(TServerMessage.EVENT_ERROR)
                                            .with(TServerAttribute.ERROR_CODE, 3)
                                            .build());
                case TServerMessage.REQUEST_QUERY_SERVER ->
                    List.of(stamped(TServerMessage.EVENT_SERVER_INFO, 2)
                            .with(TServerAttribute.REFERENCE_ID, reference)
                            .with(TServerAttribute.SERVER_ROLE, 0)
                            .build());
                case TServerMessage.REQUEST_REGISTER_ADDRESS ->
                    List.of(stamped(TServerMessage.EVENT_REGISTERED, 3)
                            .with(TServerAttribute.REFERENCE_ID, reference)
                            .with(TServerAttribute.THIS_DN, request.text(TServerAttribute.THIS_DN))
                            .with(TServerAttribute.ADDRESS_TYPE, request.integer(TServerAttribute.ADDRESS_TYPE))
                            .build());
                case TServerMessage.REQUEST_START_CALL_MONITORING ->
                    List.of(Message.of(TServerMessage.EVENT_ACK)
                            .with(TServerAttribute.REFERENCE_ID, reference)
                            .build());
                default -> List.of();
            };
        };
    }

    private static Message.Builder stamped(int number, long sequence) {
        return Message.of(number)
                .with(TServerAttribute.TIME_IN_SECS, 1_700_000_100)
                .with(TServerAttribute.TIME_IN_U_SECS, 5)
                .with(TServerAttribute.SERVER_START_TIME, 1_700_000_000)
                .with(TServerAttribute.EVENT_SEQUENCE_NUMBER, sequence);
    }

    /** An event with something of every kind. */
    static Message ringing(int number) {
        return stamped(TServerMessage.EVENT_RINGING, number)
                .with(TServerAttribute.THIS_DN, "7001")
                .with(TServerAttribute.CONN_ID, 0xFFEE_0000_0000_0000L + number)
                .with(TServerAttribute.CALL_UUID, "00O1K5VQ8AB2C2N5LAG02LAES0000001")
                .with(TServerAttribute.CALL_TYPE, 2)
                .with(TServerAttribute.PARTY_STATE, 0xA)
                .with(TServerAttribute.THIS_DN_ROLE, 2)
                .with(TServerAttribute.AGENT_WORK_MODE, 3)
                .with(
                        TServerAttribute.USER_DATA,
                        KeyValueList.of("k", "Müller", "n", 5, "k", "again", "in", KeyValueList.of("deep", 1)))
                .build();
    }

    static Message registerAddress(int reference, String dn, int type) {
        return Message.of(TServerMessage.REQUEST_REGISTER_ADDRESS)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .with(TServerAttribute.THIS_DN, dn)
                .with(TServerAttribute.ADDRESS_TYPE, type)
                .with(TServerAttribute.REGISTER_MODE, 0)
                .with(TServerAttribute.CONTROL_MODE, 0)
                .build();
    }

    static Message startCallMonitoring(int reference) {
        return Message.of(TServerMessage.REQUEST_START_CALL_MONITORING)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .build();
    }

    static Function<Message, List<Message>> statServer() {
        return request -> {
            Integer reference = request.integer(StatServerAttribute.REFERENCE_ID);
            return switch (request.number()) {
                case StatServerMessage.REQUEST_REGISTER ->
                    List.of(Message.of(StatServerMessage.EVENT_SERVER_MODE)
                            .with(StatServerAttribute.MODE, 1)
                            .build());
                case StatServerMessage.REQUEST_OPEN_STATISTIC ->
                    List.of(
                            Message.of(StatServerMessage.EVENT_STATISTIC_OPENED)
                                    .with(StatServerAttribute.REFERENCE_ID, reference)
                                    .build(),
                            info(reference));
                case StatServerMessage.REQUEST_CLOSE_STATISTIC ->
                    List.of(Message.of(StatServerMessage.EVENT_STATISTIC_CLOSED)
                            .with(StatServerAttribute.REFERENCE_ID, reference)
                            .build());
                default -> List.of();
            };
        };
    }

    static Message info(Integer reference) {
        return Message.of(StatServerMessage.EVENT_INFO)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .with(StatServerAttribute.SERVER_TIME, 1_700_000_200)
                .with(StatServerAttribute.STATUS, 8)
                .with(StatServerAttribute.STATUS_TIME, 1_700_000_150)
                .with(StatServerAttribute.LOGIN_ID, "1001")
                .with(
                        StatServerAttribute.PLACE,
                        KeyValueList.of(
                                "PlaceId",
                                "P1",
                                "DnStatuses",
                                KeyValueList.of(
                                        "0",
                                        KeyValueList.of(
                                                "DnId", "7001", "SwitchId", "A", "Status", 8, "Time", 1_700_000_150))))
                .with(StatServerAttribute.REASONS, KeyValueList.of("ReasonCode", "LUNCH"))
                .build();
    }

    static Message openStatistic(int reference) {
        return Message.of(StatServerMessage.REQUEST_OPEN_STATISTIC)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .with(StatServerAttribute.OBJECT_ID, "E1")
                .with(StatServerAttribute.OBJECT_TYPE, 0)
                .with(StatServerAttribute.TENANT_NAME, "Environment")
                .with(StatServerAttribute.TENANT_PASSWORD, "")
                .with(StatServerAttribute.STATISTIC_TYPE, "CurrentState")
                .with(StatServerAttribute.NOTIFICATION, 0)
                .with(StatServerAttribute.INSENSITIVITY, 0)
                .build();
    }
}
