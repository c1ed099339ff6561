package org.engageconnector.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.Problem;

/** What must hold between settings before a role may start. */
final class RoleChecks {

    private static final String TOKEN = "ex.http.token";

    private RoleChecks() {}

    /** Fills the two Genesys Cloud urls from the region where they are not set. */
    static void complete(Map<String, SettingValue> values) {
        SettingValue region = values.get("ex.genesys-cloud.region");
        if (region.text() == null) {
            return;
        }
        for (String part : List.of("api", "login")) {
            String name = "ex.genesys-cloud." + part + "-url";
            if (values.get(name).text() == null) {
                values.put(name, new SettingValue("https://" + part + "." + region.text(), region.origin()));
            }
        }
    }

    /** All that a command needs which runs no role. */
    static List<Problem> tenant(Map<String, SettingValue> values, LayeredFolder directory) {
        Setting tenant = KnownSettings.find("ex.tenant-id");
        return values.get(tenant.name()).text() == null
                ? List.of(missing(tenant, "this command", directory))
                : List.of();
    }

    static List<Problem> problems(Role role, Map<String, SettingValue> values, LayeredFolder directory) {
        List<Problem> problems = new ArrayList<>();
        for (Setting setting : KnownSettings.all()) {
            if (setting.requiredBy().contains(role)
                    && values.get(setting.name()).text() == null) {
                problems.add(missing(setting, role.id(), directory));
            }
        }
        SettingValue host = values.get("ex." + role.id() + ".http.host");
        if (!Loopback.is(host.text()) && values.get(TOKEN).text() == null) {
            problems.add(new Problem(
                    "ex." + role.id() + ".http.host is not a loopback address, and " + TOKEN + " is not set",
                    host.origin(),
                    "set " + TOKEN + " (for example by EX_HTTP_TOKEN_FILE), or use 127.0.0.1"));
        }
        SettingValue readToken = values.get("ex.http.read-token");
        if (readToken.text() != null) {
            String token = values.get(TOKEN).text();
            if (token == null || token.equals(readToken.text())) {
                problems.add(new Problem(
                        token == null
                                ? "ex.http.read-token is set, and " + TOKEN + " is not: everybody could change things"
                                : "ex.http.read-token is the same as " + TOKEN,
                        readToken.origin(),
                        "set " + TOKEN + " to another secret, or remove ex.http.read-token"));
            }
        }
        problems.addAll(NetworkSettings.problems(values));
        if (role != Role.CONFIG_SYNC) {
            problems.addAll(EngageSettings.problems(values));
        }
        return problems;
    }

    private static Problem missing(Setting setting, String who, LayeredFolder directory) {
        String environment = setting.environmentName()
                + (setting.otherEnvironmentNames().isEmpty()
                        ? ""
                        : " or " + String.join(" or ", setting.otherEnvironmentNames()));
        String region = setting.name().endsWith("-url") && setting.name().contains("genesys-cloud")
                ? ", or set ex.genesys-cloud.region"
                : "";
        return new Problem(
                who + " needs " + setting.name(),
                "set nowhere: not in " + directory + ", not in the environment",
                "set it in " + directory.file("application.properties") + " or as " + environment + region);
    }
}
