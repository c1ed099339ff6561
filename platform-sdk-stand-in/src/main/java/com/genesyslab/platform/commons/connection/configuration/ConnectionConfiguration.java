package com.genesyslab.platform.commons.connection.configuration;

/** Options of a connection. */
public interface ConnectionConfiguration {

    void setOption(String key, String value);

    String getOption(String key);
}
