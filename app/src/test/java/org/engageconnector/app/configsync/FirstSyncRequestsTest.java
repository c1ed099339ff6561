package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.junit.jupiter.api.Test;

/** A first sync sends as many requests as docs/config-sync.md computes, and not one more. */
class FirstSyncRequestsTest {

    @Test
    void tenThousandAgentsCostWhatTheFormulaSays() {
        EngageModel engage = EngageModel.of(10_000, 100);
        ConfigSync sync = sync();
        sync.run(engage.snapshot());
        assertThat(sync.status().result()).isEqualTo("ok");
        assertThat(sync.status().requests()).isEqualTo(formula(engage));
        sync.run(engage.snapshot());
        assertThat(sync.status().requests()).isZero();
    }

    @Test
    void theSimulatorCountsTheSame() {
        EngageModel engage = EngageModel.of(40, 4);
        try (SyncWorld world = new SyncWorld(engage)) {
            assertThat(world.run().requests()).isEqualTo(formula(engage));
        }
    }

    @Test
    void peopleWhoAreThereAlreadyCostOneQuestionPerAgent() {
        EngageModel engage = EngageModel.of(40, 4);
        try (SyncWorld world = new SyncWorld(engage)) {
            String home = world.client
                    .get("/api/v2/authorization/divisions/home")
                    .path("id")
                    .asText();
            world.client.request(
                    "POST",
                    "/api/v2/users",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", "Admin")
                            .put("email", "admin@example.com")
                            .put("divisionId", home));
            assertThat(world.run().requests()).isEqualTo(formula(engage) + 40);
        }
    }

    /** docs/config-sync.md#how-many-requests. */
    private static long formula(EngageModel engage) {
        long members = engage.queues.values().stream()
                .mapToLong(queue -> up(queue.members().size(), 100))
                .sum();
        long skills = engage.persons.values().stream()
                .mapToLong(person -> up(person.levels().size(), 50))
                .sum();
        return 10
                + engage.skills.size()
                + engage.codes.size()
                + engage.queues.size() * (1 + up(engage.codes.size(), 100))
                + members
                + 3L * engage.persons.size()
                + skills;
    }

    private static long up(long count, long block) {
        return (count + block - 1) / block;
    }

    private static ConfigSync sync() {
        return new ConfigSync(
                new SyncSettings(
                        new SyncRules(EngageModel.TENANT, null, 10),
                        ScriptedOrganisation.ID,
                        SiteName.of(null, "redis-a:6379"),
                        60_000,
                        3_600_000,
                        false,
                        4,
                        Path.of("target")),
                new MapDirectory(),
                new MapSyncStore(),
                new Cloud(new ScriptedOrganisation(), new OpenGate(), millis -> {}),
                new AlwaysOwner(),
                new SimpleMeterRegistry(),
                System::currentTimeMillis);
    }
}
