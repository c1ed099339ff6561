package org.engageconnector.app.settings;

import static org.engageconnector.app.settings.Setting.of;
import static org.engageconnector.app.settings.SettingTypes.FLAG;
import static org.engageconnector.app.settings.SettingTypes.TEXT;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.Problem;

/** How Engage servers are spoken to beyond their addresses: encoding, the Platform SDK, TLS. */
final class EngageSettings {

    private static final String TLS = "ex.engage.tls.enabled";
    private static final String PATH = "ex.engage.platform-sdk.path";

    private static final SettingType ENCODING = SettingTypes.type("encoding", EngageSettings::encoding);

    private static final SettingType ADDP = SettingTypes.type("`off` or seconds/seconds", text -> {
        SettingTypes.require(
                text.equals("off") || text.matches("[1-9]\\d{0,3}/[1-9]\\d{0,3}"),
                "`off`, or seconds of the client and of the server, such as 10/20");
        return text;
    });

    private EngageSettings() {}

    static List<Setting> all() {
        return List.of(
                of(
                        "ex.engage.encoding",
                        ENCODING,
                        "UTF-8",
                        "Encoding of the site's text (names, attached data) where it is not UTF-8, such as `windows-1252`"),
                of(
                        PATH,
                        TEXT,
                        null,
                        "Folder with the site's jars of the Platform SDK, for `ex.engage.transport=platform-sdk`"),
                of(
                        "ex.engage.platform-sdk.addp",
                        ADDP,
                        "10/20",
                        "The SDK's own sign of life, seconds of the client and of the server; `off` for none"),
                of(
                        "ex.engage.platform-sdk.log",
                        FLAG,
                        "false",
                        "Lets the SDK write its own log; user data and passwords may be in it"),
                of(TLS, FLAG, "false", "TLS to SIP Servers and Stat Servers"),
                of(
                        "ex.engage.tls.ca-file",
                        TEXT,
                        null,
                        "PEM file with the certificates that sign the servers'; those of Java and of `ex.tls.ca-file` by default"),
                of(
                        "ex.engage.tls.key-store",
                        TEXT,
                        null,
                        "PKCS#12 file with our certificate and key, where the servers want one"),
                of("ex.engage.tls.key-store-password", TEXT, null, "Its password")
                        .kept(),
                of(
                        "ex.engage.tls.check-host-name",
                        FLAG,
                        "true",
                        "Whether a server's certificate must name the host of its setting"));
    }

    private static String encoding(String text) {
        try {
            return Charset.forName(text).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("an encoding that this Java knows, such as UTF-8 or windows-1252", e);
        }
    }

    /** What does not fit together; for roles that speak with Engage servers. */
    static List<Problem> problems(Map<String, SettingValue> values) {
        List<Problem> problems = new ArrayList<>();
        SettingValue transport = values.get("ex.engage.transport");
        if ("platform-sdk".equals(transport.text()) && values.get(PATH).text() == null) {
            problems.add(new Problem(
                    "the transport platform-sdk needs " + PATH,
                    transport.origin(),
                    "set it to the folder with the jars of the Platform SDK (docs/platform-sdk.md), or set"
                            + " ex.engage.transport=tkv for simulators and relays"));
        }
        for (String name : List.of("ex.engage.tls.ca-file", "ex.engage.tls.key-store")) {
            SettingValue file = values.get(name);
            if (file.text() != null && !"true".equals(values.get(TLS).text())) {
                problems.add(new Problem(
                        name + " is set, and " + TLS + " is not: nothing would be encrypted",
                        file.origin(),
                        "set " + TLS + "=true, or remove " + name));
            }
        }
        return problems;
    }
}
