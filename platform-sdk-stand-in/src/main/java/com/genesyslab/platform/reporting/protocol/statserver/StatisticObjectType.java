package com.genesyslab.platform.reporting.protocol.statserver;

import com.genesyslab.platform.commons.GEnum;

/** Numbers and names of it. */
public final class StatisticObjectType extends GEnum {

    public static final StatisticObjectType Agent = new StatisticObjectType(0, "Agent");
    public static final StatisticObjectType AgentPlace = new StatisticObjectType(1, "AgentPlace");
    public static final StatisticObjectType GroupAgents = new StatisticObjectType(2, "GroupAgents");
    public static final StatisticObjectType Queue = new StatisticObjectType(4, "Queue");
    public static final StatisticObjectType RegularDN = new StatisticObjectType(6, "RegularDN");

    private StatisticObjectType(int number, String name) {
        super(number, name);
    }
}
