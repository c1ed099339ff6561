package org.engageconnector.app.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of an Engage server. */
public record HostPort(String host, int port) {

    public static final int STAT_SERVER = 2060;

    public static final int SIP_SERVER = 8000;

    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9][A-Za-z0-9._-]*)(?::(\\d{1,5}))?");

    /** Reads {@code host} or {@code host:port}; throws {@link IllegalArgumentException} with the allowed form. */
    public static HostPort parse(String text, int defaultPort) {
        Matcher matcher = FORM.matcher(text.strip());
        SettingTypes.require(matcher.matches(), "host:port, or host for port " + defaultPort);
        int port = matcher.group(2) == null ? defaultPort : Integer.parseInt(matcher.group(2));
        SettingTypes.require(port > 0 && port < 65536, "host:port with a port from 1 to 65535");
        return new HostPort(matcher.group(1), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
