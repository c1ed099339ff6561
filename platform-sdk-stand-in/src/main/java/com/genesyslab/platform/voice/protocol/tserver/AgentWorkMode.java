package com.genesyslab.platform.voice.protocol.tserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class AgentWorkMode extends GEnum {

    public static final AgentWorkMode Unknown = new AgentWorkMode(0, "Unknown");
    public static final AgentWorkMode ManualIn = new AgentWorkMode(1, "ManualIn");
    public static final AgentWorkMode AutoIn = new AgentWorkMode(2, "AutoIn");
    public static final AgentWorkMode AfterCallWork = new AgentWorkMode(3, "AfterCallWork");
    public static final AgentWorkMode AuxWork = new AgentWorkMode(4, "AuxWork");
    public static final AgentWorkMode NoCallDisconnect = new AgentWorkMode(5, "NoCallDisconnect");
    public static final AgentWorkMode WalkAway = new AgentWorkMode(6, "WalkAway");
    public static final AgentWorkMode ReturnBack = new AgentWorkMode(7, "ReturnBack");

    private AgentWorkMode(int number, String name) {
        super(number, name);
    }
}
