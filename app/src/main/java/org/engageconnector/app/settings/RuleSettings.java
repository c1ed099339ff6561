package org.engageconnector.app.settings;

import static org.engageconnector.app.settings.Setting.of;
import static org.engageconnector.app.settings.SettingTypes.DURATION;
import static org.engageconnector.app.settings.SettingTypes.FLAG;
import static org.engageconnector.app.settings.SettingTypes.TEXT;
import static org.engageconnector.app.settings.SettingTypes.number;
import static org.engageconnector.app.settings.SettingTypes.require;
import static org.engageconnector.app.settings.SettingTypes.type;

import java.util.List;
import java.util.Locale;

/** What the roles' rules may be told: config sync, agent states, conversations. */
final class RuleSettings {

    private static final SettingType SCOPE = type("`all`, `annex` or `agent-groups=...`", text -> {
        String word = text.toLowerCase(Locale.ROOT);
        require(
                word.equals("all") || word.equals("annex") || word.matches("agent-groups=.+"),
                "all, annex or agent-groups=<names>");
        return word.startsWith("agent-groups=") ? "agent-groups=" + text.substring(13) : word;
    });

    private static final SettingType SITE = type("name", text -> {
        require(text.matches("[A-Za-z0-9._-]{1,40}"), "a name of at most 40 letters, digits, `.`, `_`, `-`");
        return text;
    });

    private RuleSettings() {}

    static List<Setting> all() {
        return List.of(
                of("ex.config-sync.interval", DURATION, "60s", "How often the Config DB is read"),
                of("ex.config-sync.scope", SCOPE, "all", "Which agents are synced"),
                of(
                        "ex.config-sync.reconcile-interval",
                        DURATION,
                        "1h",
                        "How often everything is compared with Genesys Cloud"),
                of(
                        "ex.config-sync.site",
                        SITE,
                        null,
                        "What this site is called in the organisation, which one site alone keeps in step; by default a"
                                + " name made from where Redis is"),
                of("ex.config-sync.dry-run", FLAG, "false", "true writes the plan and sends nothing"),
                of(
                        "ex.config-sync.email-domain",
                        TEXT,
                        null,
                        "Makes `<user name>@<domain>` for persons without an e-mail"),
                of(
                        "ex.config-sync.skill-level-max",
                        number(1, 1000),
                        "10",
                        "The skill level that becomes proficiency 5"),
                of(
                        "ex.config-sync.wrap-up-attribute",
                        TEXT,
                        "DispositionCode",
                        "The business attribute whose values become wrap-up codes"),
                of("ex.stat-server.state-type", TEXT, "CurrentState", "Name of the statistic type of agent states"),
                of("ex.stat-server.reason-type", TEXT, "CurrentStateReason", "Name of the statistic type of reasons"),
                of(
                                "ex.agent-state-sync.agent-polling-interval",
                                DURATION,
                                "30s",
                                "How often the agent list and the transaction are read again")
                        .orTransaction("agent_polling_interval"),
                of(
                        "ex.agent-state-sync.standby-statistics",
                        FLAG,
                        "true",
                        "Whether a standby keeps its statistics open"),
                of(
                        "ex.agent-state-sync.open-rate",
                        SettingTypes.RATE_PER_SECOND,
                        "200/s",
                        "How fast statistics are opened"),
                of(
                        "ex.conversations.disposition-key",
                        TEXT,
                        "DispositionCode",
                        "Attached-data key that carries the wrap-up code"),
                of(
                        "ex.conversations.after-call-work-required",
                        FLAG,
                        "true",
                        "Ask for after-call work on calls that came through, or are made for, a queue"),
                of(
                        "ex.conversations.outbound-queue-key",
                        TEXT,
                        "OutboundQueue",
                        "Attached-data key that names the virtual queue an outbound call is made for"),
                of(
                        "ex.conversations.link-sites",
                        FLAG,
                        "false",
                        "`tagId` links the two conversations of a call that spans two servers"),
                window("lag", "2s", "How far one stream may be behind another; every wait for missing evidence"),
                window("unknown-call-type", "2s", "How long a call of unknown type waits to be told"),
                window("requeue", "2s", "How long after a target's release a new queue continues the wait"),
                window("other-queue", "500ms", "How far apart two queues of one call may open"),
                window("after-call-work", "2s", "How long after a leg's end after-call work may begin"),
                window("keep-ended-call", "15s", "How long an ended call is kept for late events"),
                window("keep-after-call-work", "1h", "How long a leg may stay in after-call work"),
                window("confirm-after-reconnect", "10s", "How long calls may stay unconfirmed after a resync"));
    }

    private static Setting window(String name, String defaultValue, String meaning) {
        return of("ex.conversations.windows." + name, DURATION, defaultValue, meaning);
    }
}
