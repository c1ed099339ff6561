package com.genesyslab.platform.voice.protocol.tserver.requests.queries;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 1. */
public abstract class RequestQueryServer extends Message {

    public static final int ID = 1;
    public static final String NAME = "RequestQueryServer";

    public static RequestQueryServer create() {
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

    private static final class Plain extends RequestQueryServer {}
}
