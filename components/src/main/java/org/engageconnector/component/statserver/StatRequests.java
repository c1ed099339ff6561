package org.engageconnector.component.statserver;

import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;

/** The requests that the connector sends to a Stat Server (docs/protocol.md#stat-server). */
final class StatRequests {

    private static final String PROTOCOL_VERSION = "tkv/1";
    private static final int AGENT = 0;
    private static final int CHANGES_BASED = 0;
    private static final int EVERY_CHANGE = 0;

    private StatRequests() {}

    static Message register(String clientName, int clientId) {
        return Message.of(StatServerMessage.REQUEST_REGISTER)
                .with(StatServerAttribute.PROTOCOL_VERSION, PROTOCOL_VERSION)
                .with(StatServerAttribute.CLIENT_NAME, clientName)
                .with(StatServerAttribute.CLIENT_ID, clientId)
                .build();
    }

    static Message open(int reference, String employeeId, String tenant, String statisticType) {
        return Message.of(StatServerMessage.REQUEST_OPEN_STATISTIC)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .with(StatServerAttribute.OBJECT_ID, employeeId)
                .with(StatServerAttribute.OBJECT_TYPE, AGENT)
                .with(StatServerAttribute.TENANT_NAME, tenant)
                .with(StatServerAttribute.TENANT_PASSWORD, "")
                .with(StatServerAttribute.STATISTIC_TYPE, statisticType)
                .with(StatServerAttribute.NOTIFICATION, CHANGES_BASED)
                .with(StatServerAttribute.INSENSITIVITY, EVERY_CHANGE)
                .build();
    }

    static Message close(int reference) {
        return Message.of(StatServerMessage.REQUEST_CLOSE_STATISTIC)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .build();
    }

    static Message ping(int reference) {
        return Message.of(StatServerMessage.REQUEST_PING)
                .with(StatServerAttribute.REFERENCE_ID, reference)
                .build();
    }
}
