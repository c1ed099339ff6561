package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.Map;

/** A state. */
public class DnStatus {

    private final Map<String, Object> values;

    /** Not of the SDK. */
    public DnStatus(Map<String, Object> values) {
        this.values = values;
    }

    public String getDnId() {
        return (String) values.get("DnId");
    }

    public String getSwitchId() {
        return (String) values.get("SwitchId");
    }

    public int getStatus() {
        return (Integer) values.get("Status");
    }

    public int getTime() {
        return (Integer) values.get("Time");
    }

    /** Not confirmed by anything public; a version may be without it. */
    public Integer getCallType() {
        return (Integer) values.get("CallType");
    }
}
