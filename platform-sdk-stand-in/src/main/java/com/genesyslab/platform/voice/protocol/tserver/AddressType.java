package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class AddressType extends GEnum {

    public static final AddressType Unknown = new AddressType(0, "Unknown");
    public static final AddressType DN = new AddressType(1, "DN");
    public static final AddressType Position = new AddressType(2, "Position");
    public static final AddressType Queue = new AddressType(3, "Queue");
    public static final AddressType RouteDN = new AddressType(4, "RouteDN");

    private AddressType(int number, String name) {
        super(number, name);
    }
}
