package com.genesyslab.platform.reporting.protocol.statserver;

import com.genesyslab.platform.commons.collections.KeyValueCollection;
import java.util.Map;

/** A state. */
public class AgentStatus implements IStatisticStatus {

    private final Map<String, Object> values;

    /** Not of the SDK. */
    public AgentStatus(Map<String, Object> values) {
        this.values = values;
    }

    public String getAgentId() {
        return (String) values.get("AgentId");
    }

    public int getStatus() {
        return (Integer) values.get("Status");
    }

    public int getTime() {
        return (Integer) values.get("Time");
    }

    public String getLoginId() {
        return (String) values.get("LoginId");
    }

    public PlaceStatus getPlace() {
        return (PlaceStatus) values.get("Place");
    }

    public KeyValueCollection getReasons() {
        return (KeyValueCollection) values.get("Reasons");
    }
}
