package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class DNRole extends GEnum {

    public static final DNRole Unknown = new DNRole(0, "Unknown");
    public static final DNRole Origination = new DNRole(1, "Origination");
    public static final DNRole Destination = new DNRole(2, "Destination");
    public static final DNRole ConferenceMember = new DNRole(3, "ConferenceMember");
    public static final DNRole NewParty = new DNRole(4, "NewParty");
    public static final DNRole AddedBy = new DNRole(5, "AddedBy");
    public static final DNRole DeletedBy = new DNRole(6, "DeletedBy");
    public static final DNRole TransferredBy = new DNRole(7, "TransferredBy");
    public static final DNRole DeletedParty = new DNRole(8, "DeletedParty");
    public static final DNRole ConferencedBy = new DNRole(9, "ConferencedBy");
    public static final DNRole Observer = new DNRole(10, "Observer");

    private DNRole(int number, String name) {
        super(number, name);
    }
}
