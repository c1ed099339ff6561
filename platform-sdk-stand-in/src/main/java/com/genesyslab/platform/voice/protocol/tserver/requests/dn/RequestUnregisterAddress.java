package com.genesyslab.platform.voice.protocol.tserver.requests.dn;

import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.voice.protocol.tserver.ControlMode;

/** Number 4. */
public abstract class RequestUnregisterAddress extends Message {

    public static final int ID = 4;
    public static final String NAME = "RequestUnregisterAddress";

    public static RequestUnregisterAddress create() {
        return new Plain();
    }

    @Override
    public int messageId() {
        return ID;
    }

    @Override
    public String messageName() {
        return NAME;
    }

    public void setReferenceID(Integer value) {
        put("ReferenceID", value);
    }

    public void setThisDN(String value) {
        put("ThisDN", value);
    }

    public void setControlMode(ControlMode value) {
        put("ControlMode", value);
    }

    private static final class Plain extends RequestUnregisterAddress {}
}
