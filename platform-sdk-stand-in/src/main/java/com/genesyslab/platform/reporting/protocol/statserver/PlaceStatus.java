package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.Map;

/** A state. */
public class PlaceStatus implements IStatisticStatus {

    private final Map<String, Object> values;

    /** Not of the SDK. */
    public PlaceStatus(Map<String, Object> values) {
        this.values = values;
    }

    public String getPlaceId() {
        return (String) values.get("PlaceId");
    }

    public int getStatus() {
        return (Integer) values.get("Status");
    }

    public int getTime() {
        return (Integer) values.get("Time");
    }

    public DnStatusesCollection getDnStatuses() {
        return (DnStatusesCollection) values.get("DnStatuses");
    }
}
