package org.engageconnector.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.app.settings.Role;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.engageconnector.simulators.engage.serverlog.SiteYaml;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.site.SiteSwitch;
import org.engageconnector.simulators.world.SimulatedWorld;

/** Everything around the connector: PostgreSQL and Engage servers, Redis, Genesys Cloud. Closed in reverse order. */
final class DemoWorld implements AutoCloseable {

    /** The OAuth client of the judge, whose requests do not count. */
    static final String JUDGE = "judge";

    private final SimulatedWorld world;

    private final OAuthClient judge = OAuthClient.of("judge", "judge-of-the-demo", JUDGE);

    DemoWorld(DemoOptions options, long seed) throws IOException {
        world = SimulatedWorld.start(
                EngageSiteOptions.of(options.agents(), seed).withEncoding(options.encoding()),
                options.serverLog() == null
                        ? null
                        : ServerLogOptions.in(options.serverLog()).withCharset(options.encoding()),
                GenesysCloudSimulator.builder().port(options.port()).client(JUDGE, judge));
    }

    EngageSite site() {
        return world.site();
    }

    GenesysCloudSimulator cloud() {
        return world.cloud();
    }

    OAuthClient judge() {
        return judge;
    }

    /** Says beside the logs who is who, with the ids that Genesys Cloud gave. */
    void writeSiteFiles(Path folder, OrganisationNames names) {
        for (SiteSwitch each : site().content().switches()) {
            SiteYaml.write(
                    site().logFolder(folder, each.name()),
                    site().content(),
                    each,
                    names::user,
                    number -> names.queue(number, each.name()),
                    names::wrapUpCode);
        }
    }

    /** From now on the quota is what Genesys Cloud gives. */
    void normalQuota() {
        world.normalQuota();
    }

    /**
     * The environment in which the roles find all this; every role gets a free port.
     *
     * @param more settings beside those
     */
    Map<String, String> environment(Map<String, String> more) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(site().settings());
        settings.putAll(more);
        cloud().properties().forEach((name, value) -> {
            if (KnownSettings.find(name) != null) {
                settings.put(name, value);
            }
        });
        settings.put("ex.redis.url", world.redisUrl());
        settings.put("ex.instance-id", "demo");
        settings.put("ex.management.port", Integer.toString(FreePort.find()));
        for (Role role : Role.values()) {
            settings.put("ex." + role.id() + ".http.port", Integer.toString(FreePort.find()));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
        return environment;
    }

    @Override
    public void close() throws IOException {
        world.close();
    }

    /** A directory without settings, so that those of an installation do not reach into the demo. */
    static Path emptyDirectory() throws IOException {
        Path directory = Files.createTempDirectory("engage-connector-demo");
        directory.toFile().deleteOnExit();
        return directory;
    }
}
