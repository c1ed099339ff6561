package org.engageconnector.app.settings;

import static org.engageconnector.app.settings.Setting.of;
import static org.engageconnector.app.settings.SettingTypes.HOST;
import static org.engageconnector.app.settings.SettingTypes.PORT;
import static org.engageconnector.app.settings.SettingTypes.TEXT;
import static org.engageconnector.app.settings.SettingTypes.choice;
import static org.engageconnector.app.settings.SettingTypes.number;

import java.util.ArrayList;
import java.util.List;

/** Who we are and where everything is: identity, ports, Config DB, Redis, Engage servers. */
final class PlaceSettings {

    private PlaceSettings() {}

    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>(List.of(
                of("ex.org-id", TEXT, null, "The Genesys Cloud organisation")
                        .orEnvironment("ORG_ID")
                        .requiredBy(Role.CONFIG_SYNC),
                of("ex.tenant-id", number(1, Integer.MAX_VALUE), null, "DBID of the tenant in the Config DB")
                        .orEnvironment("TENANT_ID")
                        .requiredBy(Role.values()),
                of(
                        "ex.active",
                        SettingTypes.FLAG,
                        "true",
                        "false stands by, warm and ready, and asks for no lease, until `POST /api/v1/activate`"),
                of(
                        "ex.instance-id",
                        TEXT,
                        null,
                        "Names this process in leases, logs and metrics; the host name by default")));
        for (Role role : Role.values()) {
            settings.add(of(
                    "ex." + role.id() + ".http.host",
                    HOST,
                    "127.0.0.1",
                    "Address of REST, metrics and health; another address than loopback needs `ex.http.token`"));
            settings.add(of(
                    "ex." + role.id() + ".http.port",
                    PORT,
                    Integer.toString(role.port()),
                    "Port of REST, metrics and health"));
        }
        settings.addAll(List.of(
                of("ex.config-db.url", SettingTypes.JDBC_URL, null, "The Config DB")
                        .kept()
                        .requiredBy(Role.CONFIG_SYNC),
                of("ex.config-db.username", TEXT, null, "A user that may read the Config DB"),
                of("ex.config-db.password", TEXT, null, "Its password").kept(),
                of("ex.config-db.schema", TEXT, null, "The schema that holds the tables; the user's own by default"),
                of(
                        "ex.config-db.dialect",
                        choice("postgresql", "oracle", "sqlserver"),
                        "postgresql",
                        "Which files of config/sql are used"),
                of(
                                "ex.redis.url",
                                SettingTypes.REDIS_URL,
                                "redis://localhost:6379",
                                "`redis://`, `rediss://`, `redis-sentinel://` or `rediss-sentinel://`, with user, password and database number where needed ([redis.md](redis.md))")
                        .kept(),
                of(
                        "ex.redis.journal-share",
                        SettingTypes.SHARE,
                        "0.5",
                        "Part of Redis' `maxmemory` that all journals together may use"),
                of(
                        "ex.redis.memory",
                        SettingTypes.MEMORY,
                        null,
                        "The database's memory limit where the server does not tell it (Redis Enterprise)"),
                of(
                        "ex.redis.maxmemory-policy",
                        choice("noeviction"),
                        null,
                        "Confirms the eviction policy where the server does not tell it (Redis Enterprise)"),
                of(
                                "ex.redis.sentinel-password",
                                TEXT,
                                null,
                                "What the Sentinels of a `redis-sentinel://` ask for, where they do")
                        .kept(),
                of("ex.stat-server.primary", SettingTypes.STAT_SERVER, null, "`host:port`, port 2060 by default")
                        .requiredBy(Role.AGENT_STATE_SYNC),
                of("ex.stat-server.backup", SettingTypes.STAT_SERVER, null, "`host:port`, port 2060 by default"),
                of(
                                "ex.sip-servers",
                                SettingTypes.SIP_SERVERS,
                                null,
                                "`switch=primary\\|backup,switch=primary\\|backup`; the switch's name in the Config DB; port 8000 by default")
                        .requiredBy(Role.CONVERSATION_PROVIDER),
                of(
                        "ex.engage.transport",
                        choice("tkv", "platform-sdk"),
                        "tkv",
                        "How Engage servers are spoken to: `tkv`, the open framing, or `platform-sdk`, the Platform SDK of Genesys"),
                of("ex.engage.application-name", TEXT, "engage-connector", "How we register with Engage servers"),
                of("ex.engage.password", TEXT, null, "Password of that application")
                        .kept(),
                of(
                        "ex.engage.keep-alive",
                        SettingTypes.DURATION,
                        "10s",
                        "How often a silent Engage server is asked for a sign of life"),
                of("ex.engage.max-frame", SettingTypes.SIZE, "1 MiB", "The longest frame an Engage server may send")));
        return settings;
    }
}
