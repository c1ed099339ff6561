package org.engageconnector.app.replay.site;

import java.util.HashMap;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.ConversationSettings;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.conversation.SwitchDirectory;

/** Takes a copy of the ID map and DN lists of a running connector. Reads Redis once and changes nothing. */
public final class LiveSite {

    private LiveSite() {}

    /** @param server the switch's name in the Config DB; {@code null} where there is only one in question */
    public static ReplaySite read(Home home, String server) {
        RoleSettings settings = home.settings().readForCommand();
        String switchName = server != null ? server : onlySwitch(settings);
        try (RedisConnection redis = RedisFor.command(settings)) {
            Directory directory =
                    new RedisDirectory(redis, settings.find("ex.secret-key").orElse(null));
            if (!directory.ready()) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        "config-sync has written no ID map yet",
                        "ex.redis.url, " + settings.value("ex.redis.url").origin(),
                        "run config-sync first, or leave --live away");
            }
            return new ReplaySite(
                    switchName,
                    SwitchDirectory.read(directory, switchName),
                    names(directory, switchName),
                    ConversationSettings.of(settings),
                    "the ID map of the running connector");
        }
    }

    private static String onlySwitch(RoleSettings settings) {
        String pairs = settings.text("ex.sip-servers");
        if (pairs == null || pairs.isBlank() || pairs.contains(",")) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--live needs to know whose log this is",
                    "the command line",
                    "add --switch with the switch's name in the Config DB");
        }
        return pairs.substring(0, Math.max(0, pairs.indexOf('='))).strip();
    }

    private static SiteNames names(Directory directory, String switchName) {
        SiteNames names = new SiteNames();
        for (Agent agent : directory.agents()) {
            names.user(agent.userId(), agent.employeeId());
        }
        Map<String, String> numbers = new HashMap<>();
        for (Dn dn : directory.dns(switchName)) {
            if (dn.type() == Dn.Type.VIRTUAL_QUEUE) {
                numbers.put("vq:" + dn.number() + "@" + switchName, dn.number());
            }
        }
        directory
                .findAll(MappingType.QUEUE, numbers.keySet())
                .forEach((alias, mapping) -> names.queue(mapping.genesysCloudId(), numbers.get(alias)));
        directory.forEach(MappingType.WRAPUP_CODE, mapping -> names.code(mapping.genesysCloudId(), mapping.engageId()));
        return names;
    }
}
