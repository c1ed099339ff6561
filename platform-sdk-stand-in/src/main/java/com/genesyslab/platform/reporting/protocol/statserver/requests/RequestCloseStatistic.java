package com.genesyslab.platform.reporting.protocol.statserver.requests;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 103. */
public abstract class RequestCloseStatistic extends Message {

    public static final int ID = 103;
    public static final String NAME = "RequestCloseStatistic";

    public static RequestCloseStatistic create() {
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

    public void setReferenceId(int value) {
        put("ReferenceId", value);
    }

    public void setStatisticId(int value) {
        put("StatisticId", value);
    }

    private static final class Plain extends RequestCloseStatistic {}
}
