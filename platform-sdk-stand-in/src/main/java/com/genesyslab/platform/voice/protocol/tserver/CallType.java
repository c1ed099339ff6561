package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class CallType extends GEnum {

    public static final CallType Unknown = new CallType(0, "Unknown");
    public static final CallType Internal = new CallType(1, "Internal");
    public static final CallType Inbound = new CallType(2, "Inbound");
    public static final CallType Outbound = new CallType(3, "Outbound");
    public static final CallType Consult = new CallType(4, "Consult");

    private CallType(int number, String name) {
        super(number, name);
    }
}
