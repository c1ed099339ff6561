package org.engageconnector.app.settings;

import static org.engageconnector.app.settings.Setting.of;
import static org.engageconnector.app.settings.SettingTypes.DURATION;
import static org.engageconnector.app.settings.SettingTypes.HTTPS_URL;
import static org.engageconnector.app.settings.SettingTypes.TEXT;
import static org.engageconnector.app.settings.SettingTypes.number;
import static org.engageconnector.app.settings.SettingTypes.numberOr;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.log.LogLevels;

/** Genesys Cloud, the delivery to it, and what protects our own surface. */
final class GenesysCloudSettings {

    private static final SettingType CLIENTS = SettingTypes.type("clients", text -> {
        ClientCredentials.parseAll(text);
        return text;
    });

    private static final SettingType LINGER = SettingTypes.type("duration", text -> {
        String millis = DURATION.normalise(text);
        SettingTypes.require(Long.parseLong(millis) <= 30_000, "a duration of at most 30s, such as 500ms");
        return millis;
    });

    private GenesysCloudSettings() {}

    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>(List.of(
                of(
                        "ex.genesys-cloud.region",
                        SettingTypes.HOST,
                        null,
                        "Sets both urls below: `https://api.<region>`, `https://login.<region>`"),
                of(
                                "ex.genesys-cloud.api-url",
                                HTTPS_URL,
                                null,
                                "`https://api.<region>`; `/api/v2/...` is appended; `http://` on loopback only")
                        .requiredBy(Role.values()),
                of(
                                "ex.genesys-cloud.login-url",
                                HTTPS_URL,
                                null,
                                "`https://login.<region>`; `/oauth/token` is appended; `http://` on loopback only")
                        .requiredBy(Role.values()),
                of("ex.genesys-cloud.client-id", TEXT, null, "OAuth client credentials")
                        .orTransaction("client_id"),
                of("ex.genesys-cloud.client-secret", TEXT, null, "OAuth client credentials")
                        .orTransaction("client_secret")
                        .kept()));
        for (Role role : Role.values()) {
            settings.add(of(
                    "ex." + role.id() + ".genesys-cloud.client-id", TEXT, null, "Where the role has its own client"));
            settings.add(of(
                            "ex." + role.id() + ".genesys-cloud.client-secret",
                            TEXT,
                            null,
                            "Where the role has its own client")
                    .kept());
            settings.add(of(
                            "ex." + role.id() + ".genesys-cloud.clients",
                            CLIENTS,
                            null,
                            "Several OAuth clients that share the role's work, each with a quota of its own, in place of the"
                                    + " one: `id:secret,id:secret` ([delivery.md](delivery.md#clients))")
                    .kept());
        }
        settings.addAll(List.of(
                of(
                        "ex.genesys-cloud.quota-share",
                        SettingTypes.SHARE,
                        "1",
                        "This role's part of the quota when roles share one token"),
                of(
                        "ex.genesys-cloud.requests-per-agent",
                        number(1, 10_000_000),
                        "75000",
                        "Requests a month that are in the price of one agent; what alert, `status` and `validate` hold the"
                                + " month's requests against ([cost.md](cost.md))"),
                of(
                        "ex.delivery.requests-per-minute",
                        numberOr("auto", 1, 100_000),
                        "auto",
                        "`auto` is 300 until the answers' headers say otherwise; a set value is a ceiling"),
                of(
                        "ex.delivery.max-age",
                        DURATION,
                        "24h",
                        "An event older than this, since its append, goes to the dead letters"),
                of(
                        "ex.delivery.linger",
                        LINGER,
                        "0s",
                        "How long an event may wait for others to share a request with, at most 30s; 0s: it leaves with the"
                                + " next slot ([cost.md](cost.md#linger))"),
                of(
                        "ex.conversation-provider.delivery.linger",
                        LINGER,
                        null,
                        "The same for conversations, where they shall wait otherwise"),
                of(
                        "ex.agent-state-sync.delivery.linger",
                        LINGER,
                        null,
                        "The same for agent states, where they shall wait otherwise"),
                of(
                        "ex.delivery.events-per-conversation-per-request",
                        numberOr("unlimited", 1, 100),
                        "unlimited",
                        "Most events of one conversation per request. 1: the next leaves only after the answer to the one before"),
                of("ex.secret-key", TEXT, null, "Encrypts secrets that config-sync keeps in Redis")
                        .kept(),
                of("ex.http.token", TEXT, null, "Bearer token of `/api/v1`").kept(),
                of("ex.http.read-token", TEXT, null, "A second token, which may only read `/api/v1`")
                        .kept(),
                of(
                        "ex.console.history",
                        DURATION,
                        "2h",
                        "How long ended calls, changes of agents and answers are remembered for the console, in memory; 0s: not at all"),
                of(
                        "ex.http.host-names",
                        TEXT,
                        null,
                        "Host names, with commas between, under which browsers reach our ports through a proxy"),
                of("ex.management.port", SettingTypes.PORT, "9876", "Jolokia, on loopback"),
                of(
                        "ex.log.level",
                        SettingTypes.type("level", LogLevels::level),
                        null,
                        "How much is logged: `ERROR`, `WARN`, `INFO` (what `config/log4j2.xml` says by default), `DEBUG` or `TRACE` of our own code; [while it runs](operations.md#logs)"),
                of(
                        "ex.log.levels",
                        SettingTypes.type("logger=level", text -> {
                            LogLevels.parse(text);
                            return text;
                        }),
                        null,
                        "Levels of single loggers, with commas between, such as `org.apache.camel=INFO`"),
                of(
                        "ex.log.personal-data",
                        SettingTypes.FLAG,
                        "false",
                        "true shows caller numbers and attached data in logs")));
        return settings;
    }
}
