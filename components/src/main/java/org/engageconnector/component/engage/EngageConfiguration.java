package org.engageconnector.component.engage;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.engageconnector.background.BackOff;
import org.engageconnector.directory.Directory;
import org.engageconnector.transport.Member;

/** The options that {@code tserver:} and {@code statserver:} share. Times without a unit are milliseconds. */
public class EngageConfiguration implements Cloneable {

    /** By which part a wait may be longer or shorter, so that many sessions do not come back in step. */
    private static final double JITTER = 0.25;

    /** The open framing. */
    public static final String TKV = "tkv";

    private static final String PLATFORM_SDK = "platform-sdk";

    @UriParam(description = "The first server of the pair, host or host:port.")
    private String primary;

    @UriParam(description = "The second server of the pair, host or host:port; empty when there is none.")
    private String backup;

    @UriParam(
            defaultValue = TKV,
            enums = "tkv,platform-sdk",
            description =
                    "How messages travel: tkv, the open framing, or platform-sdk, which needs a bean of type TransportProvider.")
    private String transport = TKV;

    @UriParam(defaultValue = "engage-connector", description = "The name under which the connector registers.")
    private String applicationName = "engage-connector";

    @UriParam(label = "security", secret = true, description = "The password with which the connector registers.")
    private String password;

    @UriParam(description = "Names this process in what is handed over; the host name when it is not set.")
    private String instance;

    @UriParam(description = "The directory of DNs and agents in scope. Looked up in the registry when it is not set.")
    private Directory directory;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "10000",
            description = "After this time without a message a sign of life is asked for.")
    private long keepAlive = 10_000;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "10000",
            label = "advanced",
            description = "How long the answer to the registration or to a sign-of-life request may take.")
    private long answerTimeout = 10_000;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "5000",
            label = "advanced",
            description = "How long a connection may take to be made, TLS included.")
    private long connectTimeout = 5_000;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "200",
            label = "advanced",
            description = "The first wait after both servers failed; it doubles each time, give or take 25 %.")
    private long reconnectDelay = 200;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "3000",
            label = "advanced",
            description = "The longest wait between two tries.")
    private long maxReconnectDelay = 3_000;

    @UriParam(
            defaultValue = "1048576",
            label = "advanced",
            description = "The greatest length of a frame in bytes, 4 to 8388608; a longer one ends the connection.")
    private int maxFrame = 1 << 20;

    @UriParam(
            defaultValue = "UTF-8",
            description =
                    "In which encoding the text of the site's servers is read; what is no text in it is replaced.")
    private String encoding = "UTF-8";

    @UriParam(defaultValue = "500", label = "advanced", description = "How many entries one exchange holds at most.")
    private int batchSize = 500;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "30000",
            label = "advanced",
            description = "How long a connection stays open after its route was stopped, so that a reload closes none.")
    private long linger = 30_000;

    @UriParam(
            javaType = "java.time.Duration",
            defaultValue = "5000",
            label = "advanced",
            description = "At the end, how long what was accepted may take to be handed over.")
    private long stopTimeout = 5_000;

    @UriParam(label = "security", description = "TLS; plain TCP when it is not set.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether the server's certificate must name the host that we connect to.")
    private boolean hostnameVerification = true;

    /** The limits of a session from these options. */
    public SessionSettings session(String name, List<Member> members) {
        // The SDK opens and registers in one step
        long connecting = PLATFORM_SDK.equals(transport) ? connectTimeout + answerTimeout : connectTimeout;
        return new SessionSettings(
                name,
                members,
                Duration.ofMillis(connecting),
                Duration.ofMillis(answerTimeout),
                Duration.ofMillis(keepAlive),
                new BackOff(
                        Duration.ofMillis(reconnectDelay),
                        Duration.ofMillis(maxReconnectDelay),
                        JITTER,
                        JITTER,
                        () -> ThreadLocalRandom.current().nextDouble()));
    }

    /** @throws IllegalArgumentException when an option cannot be used; it names the option and what is expected */
    public void check() {
        if (!TKV.equals(transport) && !PLATFORM_SDK.equals(transport)) {
            throw new IllegalArgumentException("transport '" + transport + "' is not one of tkv, platform-sdk");
        }
        charset();
        atLeast("keepAlive", keepAlive, 1);
        atLeast("answerTimeout", answerTimeout, 1);
        atLeast("connectTimeout", connectTimeout, 1);
        atLeast("reconnectDelay", reconnectDelay, 1);
        atLeast("maxReconnectDelay", maxReconnectDelay, reconnectDelay);
        atLeast("maxFrame", maxFrame, 4);
        atLeast("batchSize", batchSize, 1);
        if (maxFrame > Intake.DEFAULT_LIMIT_BYTES / 2) {
            throw new IllegalArgumentException(
                    "maxFrame " + maxFrame + ", expected at most " + Intake.DEFAULT_LIMIT_BYTES / 2);
        }
    }

    /** @throws IllegalArgumentException when this Java has no such encoding */
    Charset charset() {
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "encoding '" + encoding
                            + "' is not known to this Java, expected a name such as UTF-8 or windows-1252",
                    e);
        }
    }

    protected static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " " + value + ", expected at least " + least);
        }
    }

    /** A copy of its own for each endpoint. */
    public EngageConfiguration copy() {
        try {
            return (EngageConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getPrimary() {
        return primary;
    }

    public void setPrimary(String primary) {
        this.primary = primary;
    }

    public String getBackup() {
        return backup;
    }

    public void setBackup(String backup) {
        this.backup = backup;
    }

    public String getTransport() {
        return transport;
    }

    public void setTransport(String transport) {
        this.transport = transport;
    }

    public String getApplicationName() {
        return applicationName;
    }

    public void setApplicationName(String applicationName) {
        this.applicationName = applicationName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getInstance() {
        return instance;
    }

    public void setInstance(String instance) {
        this.instance = instance;
    }

    public Directory getDirectory() {
        return directory;
    }

    public void setDirectory(Directory directory) {
        this.directory = directory;
    }

    public long getKeepAlive() {
        return keepAlive;
    }

    public void setKeepAlive(long keepAlive) {
        this.keepAlive = keepAlive;
    }

    public long getAnswerTimeout() {
        return answerTimeout;
    }

    public void setAnswerTimeout(long answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getReconnectDelay() {
        return reconnectDelay;
    }

    public void setReconnectDelay(long reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public long getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    public void setMaxReconnectDelay(long maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }

    public int getMaxFrame() {
        return maxFrame;
    }

    public void setMaxFrame(int maxFrame) {
        this.maxFrame = maxFrame;
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getLinger() {
        return linger;
    }

    public void setLinger(long linger) {
        this.linger = linger;
    }

    public long getStopTimeout() {
        return stopTimeout;
    }

    public void setStopTimeout(long stopTimeout) {
        this.stopTimeout = stopTimeout;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isHostnameVerification() {
        return hostnameVerification;
    }

    public void setHostnameVerification(boolean hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
    }
}
