package org.engageconnector.component.statserver;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.engageconnector.component.engage.EngageConfiguration;

/** The options of {@code statserver:}. Times without a unit are milliseconds. */
@UriParams
public class StatServerConfiguration extends EngageConfiguration {

    static final int DEFAULT_PORT = 2060;

    @UriParam(defaultValue = "CurrentState", description = "The statistic type of an agent's state.")
    private String stateType = "CurrentState";

    @UriParam(defaultValue = "CurrentStateReason", description = "The statistic type of an agent's not-ready reason.")
    private String reasonType = "CurrentStateReason";

    @UriParam(
            label = "consumer",
            defaultValue = "200/s",
            description = "How many statistics are opened per second at most, such as 200/s.")
    private String openRate = "200/s";

    @UriParam(
            label = "consumer",
            javaType = "java.time.Duration",
            defaultValue = "30000",
            description = "How often the agent list is looked at, and refused statistics asked for again.")
    private long interval = 30_000;

    @UriParam(defaultValue = "1", description = "The client id with which the connector registers.")
    private int clientId = 1;

    @Override
    public void check() {
        super.check();
        atLeast("interval", interval, 1);
        openPerSecond();
    }

    @Override
    public StatServerConfiguration copy() {
        return (StatServerConfiguration) super.copy();
    }

    /** @throws IllegalArgumentException when the rate cannot be read */
    double openPerSecond() {
        String number = openRate.endsWith("/s") ? openRate.substring(0, openRate.length() - 2) : openRate;
        try {
            double rate = Double.parseDouble(number.trim());
            if (rate > 0 && rate <= Integer.MAX_VALUE) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // said below, together with a rate out of range
        }
        throw new IllegalArgumentException(
                "openRate '" + openRate + "', expected a number greater than 0, such as 200/s");
    }

    public String getStateType() {
        return stateType;
    }

    public void setStateType(String stateType) {
        this.stateType = stateType;
    }

    public String getReasonType() {
        return reasonType;
    }

    public void setReasonType(String reasonType) {
        this.reasonType = reasonType;
    }

    public String getOpenRate() {
        return openRate;
    }

    public void setOpenRate(String openRate) {
        this.openRate = openRate;
    }

    public long getInterval() {
        return interval;
    }

    public void setInterval(long interval) {
        this.interval = interval;
    }

    public int getClientId() {
        return clientId;
    }

    public void setClientId(int clientId) {
        this.clientId = clientId;
    }
}
