package com.genesyslab.platform.voice.protocol.tserver.requests.special;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 167. */
public abstract class RequestStartCallMonitoring extends Message {

    public static final int ID = 167;
    public static final String NAME = "RequestStartCallMonitoring";

    public static RequestStartCallMonitoring create() {
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

    private static final class Plain extends RequestStartCallMonitoring {}
}
