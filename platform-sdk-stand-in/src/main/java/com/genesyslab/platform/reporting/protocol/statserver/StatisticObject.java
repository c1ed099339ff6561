package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.HashMap;
import java.util.Map;

/** Part of a request. */
public class StatisticObject {

    private final Map<String, Object> values = new HashMap<>();

    protected StatisticObject() {}

    public static StatisticObject create() {
        return new StatisticObject();
    }

    public void setObjectId(String value) {
        values.put("ObjectId", value);
    }

    public void setObjectType(StatisticObjectType value) {
        values.put("ObjectType", value);
    }

    public void setTenantName(String value) {
        values.put("TenantName", value);
    }

    public void setTenantPassword(String value) {
        values.put("TenantPassword", value);
    }

    /** Not of the SDK. */
    public Map<String, Object> all() {
        return values;
    }
}
