package org.engageconnector.app.role;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.Map;
import org.engageconnector.app.genesyscloud.DeliveryParts;
import org.engageconnector.app.redis.RedisPlace;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tenant.SyncAnswerer;
import org.engageconnector.component.directory.RedisSyncStore;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncApi;
import org.engageconnector.processors.configsync.SyncJson;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.PacedGate;
import org.engageconnector.processors.configsync.cloud.RouteApi;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.processors.delivery.OAuthClients;
import org.engageconnector.processors.idmap.IdMapApi;

/** The wiring of ConfigSync. */
final class ConfigSyncRole implements RoleBeans {

    /** Bulk calls may take a while; nothing waits behind them but this role. */
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

    @Override
    public Role role() {
        return Role.CONFIG_SYNC;
    }

    @Override
    public void bind(RoleContext context) {
        RoleSettings settings = context.settings();
        ConfigDatabasePool.bind(context);
        DeliveryParts delivery = DeliveryWiring.of(context, Map.of(), REQUEST_LIMIT);
        Gauge.builder("ex.genesys.cloud.quota.used.ratio", delivery.clients(), OAuthClients::usedRatio)
                .description("Part of the request quota used in the last minute")
                .register(context.meters());
        String ceiling = settings.text("ex.delivery.requests-per-minute");
        if (!ceiling.equals("auto")) {
            delivery.clients().ceiling(Integer.parseInt(ceiling));
        }
        StandingLease lease = new StandingLease(
                        context.redis(), "config-sync", StandingLease.LIFETIME, StandingLease.RENEWAL)
                .start();
        context.bindAndClose("configSyncOwner", lease);
        Cloud cloud = new Cloud(
                new RouteApi(context.camel().createProducerTemplate(), "direct:genesys-cloud"),
                new PacedGate(
                        delivery.clients(),
                        // A long run ends at its next request when the role stops; the next process goes on.
                        () -> lease.held() && !context.camel().isStopping(),
                        context.meters(),
                        ConfigSyncRole::sleep),
                ConfigSyncRole::sleep);
        ConfigSync sync = context.bind(
                "configDifference",
                new ConfigSync(
                        syncSettings(settings, delivery.clients().shares()),
                        context.directory(),
                        new RedisSyncStore(context.redis()),
                        cloud,
                        lease,
                        context.meters(),
                        System::currentTimeMillis));
        context.watch().answerWith(new SyncAnswerer(sync));
        context.bind("syncApi", new SyncApi(sync, lease::holder));
        context.bind("idMapApi", new IdMapApi(context.directory()));
        context.status("configSync", () -> SyncJson.of(sync.status()));
        // Until the first run has ended there is no ID map to serve, here or from an instance before this one.
        context.readyWhen(
                "redis",
                () -> context.redis()
                        .problem()
                        .or(() -> context.redis().work().stuck("config-sync"::equals))
                        .map(why -> HealthAnswer.down("Redis cannot be used: " + why))
                        .orElse(HealthAnswer.UP));
        context.readyWhen(
                "config-sync",
                () -> sync.problem()
                        .or(() -> sync.hasRun() ? context.idMapProblem() : context.configSyncHasRun())
                        .map(HealthAnswer::down)
                        .orElse(HealthAnswer.UP));
    }

    private static SyncSettings syncSettings(RoleSettings settings, int clients) {
        return new SyncSettings(
                new SyncRules(
                        settings.number("ex.tenant-id"),
                        settings.find("ex.config-sync.email-domain").orElse(null),
                        (int) settings.number("ex.config-sync.skill-level-max")),
                settings.text("ex.org-id"),
                SiteName.of(
                        settings.find("ex.config-sync.site").orElse(null),
                        RedisPlace.of(settings.text("ex.redis.url"), Home.hostName())),
                settings.duration("ex.config-sync.interval").toMillis(),
                settings.duration("ex.config-sync.reconcile-interval").toMillis(),
                settings.flag("ex.config-sync.dry-run"),
                SyncSettings.WORKERS * clients,
                Home.ofProcess().directory().resolve("plans"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudException.Reach.RUN, "stopped while waiting to send a request");
        }
    }
}
