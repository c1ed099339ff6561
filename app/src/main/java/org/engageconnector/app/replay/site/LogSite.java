package org.engageconnector.app.replay.site;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;
import org.engageconnector.processors.conversation.state.EngineSettings;
import org.engageconnector.processors.ids.DeterministicId;

/**
 * A site as the log shows it, refined by a file where there is one. Ids that nobody gave are made from names, so that the same log
 * always gives the same ones. One thread at a time.
 */
public final class LogSite implements SiteDirectory {

    private static final String TENANT = "101";
    private static final SiteFile NOTHING = new SiteFile(
            null,
            TENANT,
            null,
            null,
            null,
            java.util.Set.of(),
            java.util.Set.of(),
            java.util.Set.of(),
            java.util.Set.of(),
            null,
            EngineSettings.defaults(TENANT));

    private final SeenSite seen;
    private final SiteFile file;
    private final SiteNames names = new SiteNames();
    private final Map<String, SiteFile.Person> byDn = new HashMap<>();
    private final Map<String, SiteFile.Person> byLogin = new HashMap<>();
    private final Map<String, SiteFile.Person> byName = new HashMap<>();

    private LogSite(SeenSite seen, SiteFile file) {
        this.seen = seen;
        this.file = file;
        if (file.agents() != null) {
            for (SiteFile.Person agent : file.agents()) {
                if (agent.dn() != null) {
                    byDn.put(agent.dn(), agent);
                }
                agent.logins().forEach(login -> byLogin.put(login, agent));
                byName.put(agent.name(), agent);
            }
        }
    }

    /**
     * The site of a log.
     *
     * @param seen what the log shows; it may be read later, since it is asked only when the engine asks
     * @param file what is known besides; {@code null} for nothing
     * @param server the switch's name where it was said; {@code null} otherwise
     */
    public static ReplaySite of(SeenSite seen, Path file, String server) {
        SiteFile known = file == null ? NOTHING : SiteFile.read(file);
        LogSite site = new LogSite(seen, known);
        String name = server != null ? server : known.server() != null ? known.server() : "SIP_A";
        return new ReplaySite(
                name, site, site.names, known.settings(), file == null ? "the log alone" : "the log and " + file);
    }

    @Override
    public DnKind kind(String dn) {
        if (dn == null) {
            return DnKind.UNKNOWN;
        }
        if (file.outside().contains(dn)) {
            return DnKind.UNKNOWN;
        }
        if (byDn.containsKey(dn) || file.unmappedExtensions().contains(dn)) {
            return DnKind.EXTENSION;
        }
        if (file.queues() != null && file.queues().containsKey(dn)
                || file.unmappedQueues().contains(dn)) {
            return DnKind.VIRTUAL_QUEUE;
        }
        return file.routePoints().contains(dn) ? DnKind.ROUTE_POINT : seen.kind(dn);
    }

    @Override
    public String agentOfLogin(String loginCode) {
        if (loginCode == null) {
            return null;
        }
        if (file.agents() == null) {
            return loginCode;
        }
        SiteFile.Person agent = byLogin.get(loginCode);
        return agent == null ? null : agent.name();
    }

    @Override
    public String agentOfPlace(String dn) {
        if (dn == null) {
            return null;
        }
        if (file.agents() == null) {
            return seen.firstAgentAt(dn);
        }
        SiteFile.Person agent = byDn.get(dn);
        return agent == null ? null : agent.name();
    }

    @Override
    public String userOf(String agent) {
        if (agent == null) {
            return null;
        }
        SiteFile.Person known = byName.get(agent);
        String id = known != null && known.user() != null ? known.user() : made("user", agent);
        names.user(id, agent);
        return id;
    }

    @Override
    public String queueOf(String virtualQueue) {
        if (virtualQueue == null || file.unmappedQueues().contains(virtualQueue)) {
            return null;
        }
        String id;
        if (file.queues() == null) {
            id = made("queue", virtualQueue);
        } else if (!file.queues().containsKey(virtualQueue)) {
            return null;
        } else {
            String given = file.queues().get(virtualQueue);
            id = given.isEmpty() ? made("queue", virtualQueue) : given;
        }
        names.queue(id, virtualQueue);
        return id;
    }

    @Override
    public String wrapUpCodeOf(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        String given = file.wrapUpCodes() == null ? "" : file.wrapUpCodes().get(value);
        if (given == null) {
            return null;
        }
        String id = given.isEmpty() ? made("code", value) : given;
        names.code(id, value);
        return id;
    }

    @Override
    public String sourceId() {
        return file.source() != null ? file.source() : made("source", "replay");
    }

    private String made(String kind, String name) {
        return DeterministicId.id(file.tenant(), "replay", kind, name);
    }
}
