package com.genesyslab.platform.commons.connection.configuration;

import java.util.HashMap;
import java.util.Map;

/** Options of a connection, one by one. */
public class PropertyConfiguration implements ConnectionConfiguration {

    private final Map<String, String> options = new HashMap<>();

    @Override
    public void setOption(String key, String value) {
        options.put(key, value);
    }

    @Override
    public String getOption(String key) {
        return options.get(key);
    }

    public void setUseAddp(boolean on) {
        setOption("protocol", on ? "addp" : "");
    }

    public void setAddpClientTimeout(int seconds) {
        setOption("addp-timeout", Integer.toString(seconds));
    }

    public void setAddpServerTimeout(int seconds) {
        setOption("addp-remote-timeout", Integer.toString(seconds));
    }
}
