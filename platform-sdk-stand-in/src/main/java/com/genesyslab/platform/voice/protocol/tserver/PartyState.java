package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** The states of parties that the golden calls have, should the SDK give an enumeration where T-Library has bits. */
public final class PartyState extends GEnum {

    public static final PartyState State9 = new PartyState(0x9);
    public static final PartyState State809 = new PartyState(0x809);
    public static final PartyState StateA = new PartyState(0xA);
    public static final PartyState StateAA = new PartyState(0xAA);
    public static final PartyState StateAC = new PartyState(0xAC);
    public static final PartyState StateC = new PartyState(0xC);
    public static final PartyState State1C = new PartyState(0x1C);
    public static final PartyState State2C = new PartyState(0x2C);
    public static final PartyState State3C = new PartyState(0x3C);
    public static final PartyState State8C = new PartyState(0x8C);
    public static final PartyState State1000C = new PartyState(0x1000C);
    public static final PartyState StateE = new PartyState(0xE);
    public static final PartyState State2E = new PartyState(0x2E);

    private PartyState(int number) {
        super(number, "State" + Integer.toHexString(number));
    }
}
