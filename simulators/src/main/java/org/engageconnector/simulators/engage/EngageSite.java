package org.engageconnector.simulators.engage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.Message;
import org.engageconnector.simulators.engage.net.Hearing;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.play.Stage;
import org.engageconnector.simulators.engage.scenario.ScenarioFiles;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.engageconnector.simulators.engage.serverlog.SiteYaml;
import org.engageconnector.simulators.engage.sipserver.SipServer;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.engage.statserver.StatAgent;
import org.engageconnector.simulators.engage.statserver.StatServerPair;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.engageconnector.simulators.site.SiteQueue;
import org.engageconnector.simulators.site.SiteSwitch;

/**
 * A simulated Engage site that listens on loopback: a Config DB in a real PostgreSQL, a Stat Server pair, a SIP Server pair
 * per switch. Thread-safe. Close it to end its process, sockets and threads.
 *
 * <pre>
 * try (EngageSite site = EngageSite.start(EngageSiteOptions.of(200, 1))) {
 *     startConnectorWith(site.settings());
 *     Player run = site.play(PlayOptions.of(2, 1), 60);
 *     run.finished().get(3, MINUTES);
 *     compare(run.calls(), run.agentStates());
 * }
 * </pre>
 */
public final class EngageSite implements AutoCloseable, Stage {

    private final Site site;
    private final EngageSiteOptions options;
    private final ListenerHost host;
    private final ScenarioFiles scenarios = new ScenarioFiles();
    private final ConfigDatabase configDb;
    private StatServerPair statServers;
    private final Map<String, SipServerPair> sipServers = new LinkedHashMap<>();
    private Player player;

    private EngageSite(EngageSiteOptions options, Site site, ConfigDatabase configDb) {
        this.options = options;
        this.site = site;
        this.configDb = configDb;
        this.host = new ListenerHost("engage-simulator", options.encoding());
    }

    /**
     * Starts a site. Nobody is logged in and no call is made yet.
     *
     * @throws IllegalStateException when PostgreSQL or a listener does not start; what had started is stopped again
     */
    public static EngageSite start(EngageSiteOptions options) {
        return start(options, null);
    }

    /**
     * Starts a site whose SIP Servers write logs.
     *
     * @param logs how they do; {@code null} for no logs
     */
    public static EngageSite start(EngageSiteOptions options, ServerLogOptions logs) {
        Site content = SiteGenerator.generate(new SiteOptions(options.agents(), options.switches(), options.seed()));
        EngageSite site = new EngageSite(
                options, content, ConfigDatabase.start(content, options.hybridIntegration(), options.port(0)));
        try {
            site.listen(logs);
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw new IllegalStateException("The simulated Engage site did not start: " + e.getMessage(), e);
        }
    }

    /** What exists at it. */
    public Site content() {
        return site;
    }

    public ConfigDatabase configDb() {
        return configDb;
    }

    public StatServerPair statServers() {
        return statServers;
    }

    /** The pair of a switch; {@code null} for an unknown one. */
    public SipServerPair sipServers(String switchName) {
        return sipServers.get(switchName);
    }

    /** All pairs, in the order of the switches. */
    public List<SipServerPair> sipServers() {
        return List.copyOf(sipServers.values());
    }

    /** When nobody heard what the servers said, by their own record. */
    public Unheard unheard() {
        Map<String, List<Hearing.Span>> bySwitch = new LinkedHashMap<>();
        sipServers.forEach((name, pair) -> bySwitch.put(name, pair.unheard()));
        return new Unheard(bySwitch, statServers.unheard());
    }

    /** The scenarios that can be played. */
    public ScenarioFiles scenarios() {
        return scenarios;
    }

    /** The settings with which a connector finds this site: {@code ex.*} keys to values. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ex.tenant-id", "" + site.tenantDbid());
        settings.put("ex.config-db.url", configDb.url());
        settings.put("ex.config-db.username", configDb.username());
        settings.put("ex.config-db.password", configDb.password());
        settings.put("ex.stat-server.primary", statServers.first().listener().address());
        settings.put("ex.stat-server.backup", statServers.second().listener().address());
        List<String> pairs = new ArrayList<>();
        sipServers.forEach(
                (name, pair) -> pairs.add(name + "=" + pair.first().listener().address() + "|"
                        + pair.second().listener().address()));
        settings.put("ex.sip-servers", String.join(",", pairs));
        settings.put("ex.engage.encoding", options.encoding().name());
        if (!options.applicationPassword().isEmpty()) {
            settings.put("ex.engage.password", options.applicationPassword());
        }
        return settings;
    }

    /**
     * Lets agents log in and calls come; one run at a time, the one before is cut off.
     *
     * @param seconds for how long new calls begin; 0 for no end
     * @return the run: its progress, what is expected of it, its end
     */
    public synchronized Player play(PlayOptions play, long seconds) {
        if (player != null) {
            player.close();
        }
        player = new Player(site, scenarios.all(), scenarios.bundledCast(), play, this, System.currentTimeMillis());
        for (SiteAgent agent : site.agents()) {
            player.startsWith(agent.employeeId(), statServers.state(agent.employeeId()));
        }
        player.begin(seconds);
        return player;
    }

    @Override
    public void event(String switchName, Stream stream, Message event, long at) {
        sipServers.get(switchName).publish(stream, event, at);
    }

    @Override
    public void state(String employeeId, AgentState state, int serverTime) {
        statServers.update(employeeId, state, serverTime);
    }

    @Override
    public synchronized void close() {
        if (player != null) {
            player.close();
        }
        for (SipServerPair pair : sipServers.values()) {
            for (SipServer server : List.of(pair.first(), pair.second())) {
                server.listener().dropConnections();
            }
        }
        host.close();
        sipServers.values().forEach(SipServerPair::closeLogs);
        configDb.close();
    }

    private void listen(ServerLogOptions logs) {
        List<StatAgent> agents =
                site.agents().stream().map(EngageSite::statAgent).toList();
        this.statServers = new StatServerPair(host, site.tenantName(), agents, options.port(1), options.port(2));
        int port = 3;
        for (SiteSwitch s : site.switches()) {
            sipServers.put(
                    s.name(),
                    new SipServerPair(
                            host,
                            s.name(),
                            options.applicationPassword(),
                            dns(s),
                            options.port(port),
                            options.port(port + 1)));
            port += 2;
        }
        if (logs != null) {
            for (SiteSwitch s : site.switches()) {
                ServerLogOptions own = logs.withFolder(logFolder(logs.folder(), s.name()));
                SiteYaml.write(own.folder(), site, s, name -> "", name -> "", name -> "");
                sipServers.get(s.name()).writeLogs(own);
            }
        }
        host.start();
    }

    /** Where the logs of a switch are: in a folder of its own where there are several. */
    public Path logFolder(Path folder, String switchName) {
        return site.switches().size() == 1 ? folder : folder.resolve(switchName);
    }

    private Map<String, Integer> dns(SiteSwitch s) {
        Map<String, Integer> dns = new LinkedHashMap<>();
        site.agentsOf(s.name()).forEach(a -> dns.put(a.dn(), SipServerPair.EXTENSION));
        s.spareExtensions().forEach(dn -> dns.put(dn, SipServerPair.EXTENSION));
        s.routePoints().forEach(dn -> dns.put(dn, SipServerPair.QUEUE));
        site.queuesOf(s.name()).stream().map(SiteQueue::number).forEach(dn -> dns.put(dn, SipServerPair.QUEUE));
        return dns;
    }

    private static StatAgent statAgent(SiteAgent agent) {
        return new StatAgent(agent.employeeId(), agent.loginCode(), agent.place(), agent.dn(), agent.switchName());
    }
}
