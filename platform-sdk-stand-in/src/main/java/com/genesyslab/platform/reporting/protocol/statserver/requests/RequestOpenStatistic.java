package com.genesyslab.platform.reporting.protocol.statserver.requests;

import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.reporting.protocol.statserver.Notification;
import com.genesyslab.platform.reporting.protocol.statserver.StatisticMetric;
import com.genesyslab.platform.reporting.protocol.statserver.StatisticObject;

/** Number 102. */
public abstract class RequestOpenStatistic extends Message {

    public static final int ID = 102;
    public static final String NAME = "RequestOpenStatistic";

    public static RequestOpenStatistic create() {
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

    public void setStatisticObject(StatisticObject value) {
        put("StatisticObject", value);
    }

    public void setStatisticMetric(StatisticMetric value) {
        put("StatisticMetric", value);
    }

    public void setNotification(Notification value) {
        put("Notification", value);
    }

    private static final class Plain extends RequestOpenStatistic {}
}
