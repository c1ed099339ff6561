package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class DNRole extends GEnum {

    public static final DNRole Origination = new DNRole(1, "Origination");
    public static final DNRole Destination = new DNRole(2, "Destination");
    public static final DNRole Observer = new DNRole(3, "Observer");
    public static final DNRole NewParty = new DNRole(4, "NewParty");
    public static final DNRole ConferenceMember = new DNRole(6, "ConferenceMember");
    public static final DNRole Transferred = new DNRole(7, "Transferred");
    public static final DNRole AddedBy = new DNRole(8, "AddedBy");
    public static final DNRole DeletedBy = new DNRole(9, "DeletedBy");
    public static final DNRole TransferredBy = new DNRole(10, "TransferredBy");
    public static final DNRole Other = new DNRole(11, "Other");

    private DNRole(int number, String name) {
        super(number, name);
    }
}
