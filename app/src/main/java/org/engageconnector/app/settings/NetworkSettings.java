package org.engageconnector.app.settings;

import static org.engageconnector.app.settings.Setting.of;
import static org.engageconnector.app.settings.SettingTypes.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.Problem;

/** What a customer's network asks for: a proxy on the way out, own certificate authorities, certificates of ours. */
final class NetworkSettings {

    private static final String PROXY = "ex.http-proxy.host";
    private static final String USER = "ex.http-proxy.username";
    private static final String PASSWORD = "ex.http-proxy.password";
    private static final String KEY_STORE = "ex.tls.key-store";
    private static final String KEY_STORE_PASSWORD = "ex.tls.key-store-password";
    private static final String CERTIFICATE = "ex.http.tls.certificate-file";
    private static final String KEY = "ex.http.tls.key-file";

    private NetworkSettings() {}

    static List<Setting> all() {
        return List.of(
                of(
                        PROXY,
                        SettingTypes.HOST,
                        null,
                        "HTTP proxy for requests to Genesys Cloud, its login included; none by default"),
                of("ex.http-proxy.port", SettingTypes.number(1, 65_535), "3128", "Its port"),
                of(USER, TEXT, null, "User where the proxy wants one (Basic)"),
                of(PASSWORD, TEXT, null, "Its password").kept(),
                of(
                        "ex.http-proxy.no-proxy",
                        TEXT,
                        "localhost,127.0.0.1,::1",
                        "Hosts reached directly, with commas between; `.example.com` stands for all names below it"),
                of(
                        "ex.tls.ca-file",
                        TEXT,
                        null,
                        "PEM file with own certificate authorities, trusted beside the public ones: Genesys Cloud, Redis; the Config DB as [security.md](security.md#tls) says"),
                of(
                        KEY_STORE,
                        TEXT,
                        null,
                        "PKCS#12 file with our certificate and key, shown to Genesys Cloud (or what stands before it) and Redis where they ask"),
                of(KEY_STORE_PASSWORD, TEXT, null, "Its password").kept(),
                of(
                        CERTIFICATE,
                        TEXT,
                        null,
                        "PEM file with the certificate of our own ports, its chain behind it; with it they speak HTTPS only. Read again when it changes"),
                of(KEY, TEXT, null, "PEM file with its private key (PKCS#8, not encrypted)"));
    }

    /** What does not fit together. */
    static List<Problem> problems(Map<String, SettingValue> values) {
        List<Problem> problems = new ArrayList<>();
        needs(values, USER, PROXY, problems);
        needs(values, PASSWORD, USER, problems);
        needs(values, USER, PASSWORD, problems);
        needs(values, KEY_STORE_PASSWORD, KEY_STORE, problems);
        needs(values, CERTIFICATE, KEY, problems);
        needs(values, KEY, CERTIFICATE, problems);
        return problems;
    }

    private static void needs(Map<String, SettingValue> values, String name, String other, List<Problem> problems) {
        if (values.get(name).text() != null && values.get(other).text() == null) {
            problems.add(new Problem(
                    name + " is set, and " + other + " is not",
                    values.get(name).origin(),
                    "set " + other + ", or remove " + name));
        }
    }
}
