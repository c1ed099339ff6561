package com.genesyslab.platform.voice.protocol.tserver.requests.dn;

import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.voice.protocol.tserver.AddressType;
import com.genesyslab.platform.voice.protocol.tserver.ControlMode;
import com.genesyslab.platform.voice.protocol.tserver.RegisterMode;

/** Number 3. */
public abstract class RequestRegisterAddress extends Message {

    public static final int ID = 3;
    public static final String NAME = "RequestRegisterAddress";

    public static RequestRegisterAddress create() {
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

    public void setRegisterMode(RegisterMode value) {
        put("RegisterMode", value);
    }

    public void setControlMode(ControlMode value) {
        put("ControlMode", value);
    }

    public void setAddressType(AddressType value) {
        put("AddressType", value);
    }

    private static final class Plain extends RequestRegisterAddress {}
}
