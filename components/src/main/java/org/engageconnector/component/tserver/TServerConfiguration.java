package org.engageconnector.component.tserver;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.engageconnector.component.engage.EngageConfiguration;

/** The options of {@code tserver:}. Times without a unit are milliseconds. */
@UriParams
public class TServerConfiguration extends EngageConfiguration {

    @UriParam(
            label = "consumer",
            defaultValue = "vq,extension,call",
            description =
                    "What is watched: vq, extension or call, or several of them with commas; each has a connection of its"
                            + " own.")
    private String family = "vq,extension,call";

    @UriParam(
            description =
                    "Several pairs at once, in place of primary and backup: switch=primary|backup,switch=primary|backup;"
                            + " the switch's name in the Config DB. The path then names nothing but the endpoint.")
    private String servers;

    @UriParam(
            label = "consumer",
            javaType = "java.time.Duration",
            defaultValue = "5000",
            description = "How often the DNs in scope are looked at, and refused ones asked for again.")
    private long scopeInterval = 5_000;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "200",
            description = "How many registrations may wait for their answers at a time.")
    private int registrationWindow = 200;

    @UriParam(
            label = "producer",
            javaType = "java.time.Duration",
            defaultValue = "10000",
            description =
                    "How long a request that wants an answer waits for it. Without a session a request fails at once.")
    private long requestTimeout = 10_000;

    @Override
    public void check() {
        super.check();
        atLeast("scopeInterval", scopeInterval, 1);
        atLeast("registrationWindow", registrationWindow, 1);
        atLeast("requestTimeout", requestTimeout, 1);
    }

    @Override
    public TServerConfiguration copy() {
        return (TServerConfiguration) super.copy();
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public String getServers() {
        return servers;
    }

    public void setServers(String servers) {
        this.servers = servers;
    }

    public long getScopeInterval() {
        return scopeInterval;
    }

    public void setScopeInterval(long scopeInterval) {
        this.scopeInterval = scopeInterval;
    }

    public int getRegistrationWindow() {
        return registrationWindow;
    }

    public void setRegistrationWindow(int registrationWindow) {
        this.registrationWindow = registrationWindow;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }
}
