package org.engageconnector.component.tserver;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** The requests that the connector sends to a T-Server (docs/protocol.md#t-server). */
final class Requests {

    static final String PROTOCOL_VERSION = "tkv/1";
    private static final int SHARE = 0;
    private static final int DEFAULT = 0;

    private Requests() {}

    static Message registerClient(String applicationName, String password) {
        return Message.of(TServerMessage.REQUEST_REGISTER_CLIENT)
                .with(TServerAttribute.PROTOCOL_VERSION, PROTOCOL_VERSION)
                .with(TServerAttribute.APPLICATION_NAME, applicationName)
                .with(TServerAttribute.APPLICATION_PASSWORD, password == null ? "" : password)
                .build();
    }

    static Message registerAddress(int reference, String dn, int addressType) {
        return Message.of(TServerMessage.REQUEST_REGISTER_ADDRESS)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .with(TServerAttribute.THIS_DN, dn)
                .with(TServerAttribute.ADDRESS_TYPE, addressType)
                .with(TServerAttribute.REGISTER_MODE, SHARE)
                .with(TServerAttribute.CONTROL_MODE, DEFAULT)
                .build();
    }

    static Message unregisterAddress(int reference, String dn) {
        return Message.of(TServerMessage.REQUEST_UNREGISTER_ADDRESS)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .with(TServerAttribute.THIS_DN, dn)
                .build();
    }

    static Message startCallMonitoring(int reference) {
        return Message.of(TServerMessage.REQUEST_START_CALL_MONITORING)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .build();
    }

    static Message queryServer(int reference) {
        return Message.of(TServerMessage.REQUEST_QUERY_SERVER)
                .with(TServerAttribute.REFERENCE_ID, reference)
                .build();
    }
}
