package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.HashMap;
import java.util.Map;

/** Part of a request. */
public class StatisticMetric {

    private final Map<String, Object> values = new HashMap<>();

    protected StatisticMetric() {}

    public static StatisticMetric create() {
        return new StatisticMetric();
    }

    public void setStatisticType(String value) {
        values.put("StatisticType", value);
    }

    /** Not of the SDK. */
    public Map<String, Object> all() {
        return values;
    }
}
