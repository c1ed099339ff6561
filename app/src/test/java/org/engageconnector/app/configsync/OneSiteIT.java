package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Test;

/** An organisation says which site keeps it in step, and that costs next to nothing. */
class OneSiteIT {

    private static final String SOURCES = "/api/v2/presence/sources";
    private static final SiteName ELSEWHERE = SiteName.of(null, "redis-b:6379");

    @Test
    void the_source_is_made_with_the_site_and_signed_once_a_day() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.run();
            String first = description(world);
            assertThat(first).matches("EX Engage Connector; site [0-9a-f]{12}; since (\\S+); last seen \\1");
            for (int hour = 0; hour < 50; hour++) {
                world.pass(SyncWorld.HOUR);
                world.run();
            }
            assertThat(world.sent("PUT", SOURCES + "/{id}")).isEqualTo(2);
            assertThat(description(world)).startsWith(first.substring(0, first.indexOf("; last seen")));
            assertThat(description(world)).isNotEqualTo(first);
        }
    }

    @Test
    void a_description_that_names_nobody_is_nobody() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.client.request("POST", SOURCES, source());
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(world.sent("PUT", SOURCES + "/{id}")).isEqualTo(1);
            assertThat(description(world)).contains("; site ");
            world.assertInStep();
        }
    }

    @Test
    void a_sign_of_life_that_is_refused_holds_nothing_up_and_is_not_tried_for_ever() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.client.request("POST", SOURCES, source());
            world.cloud.addFault(Fault.missingPermission("presence:source:edit"));
            assertThat(world.run().result()).isEqualTo("ok");
            world.pass(SyncWorld.HOUR);
            world.run();
            assertThat(world.sent("PUT", SOURCES + "/{id}")).isEqualTo(1);
            world.assertInStep();
        }
    }

    @Test
    void a_site_that_lost_its_redis_is_the_same_site_and_one_that_moved_its_redis_too() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.run();
            List.of("run", "skill", "wrapup-code", "queue", "user", "source", "site")
                    .forEach(world.store::clear);
            world.restart();
            assertThat(world.run().result()).isEqualTo("ok");
            world.site(ELSEWHERE);
            world.pass(SyncWorld.HOUR);
            assertThat(world.run().result()).isEqualTo("ok");
            // A name is chosen later.
            world.site(new SiteName("site-of-paris", ELSEWHERE.usual()));
            world.pass(25 * SyncWorld.HOUR);
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(description(world)).contains("; site site-of-paris; ");
        }
    }

    @Test
    void a_site_that_was_replaced_stops_before_its_next_write() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.run();
            JsonNode source = OrganisationText.all(world.client, SOURCES).get(0);
            world.client.request(
                    "PUT",
                    SOURCES + "/" + source.path("id").asText(),
                    ((ObjectNode) source.deepCopy())
                            .put(
                                    "description",
                                    "EX Engage Connector; site other; since 2026-01-01T00:00:00Z; last seen 2026-01-02T00:00:00Z"));
            world.restart();
            world.engage.rename(1001, "other");
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("stopped");
            assertThat(status.reason()).contains("site other").contains("2026-01-02T00:00:00Z");
            assertThat(status.requests()).isEqualTo(2);
            // It asks again, one request a run, and goes on by itself when the other one has gone.
            assertThat(world.run().requests()).isEqualTo(1);
            world.client.request("PUT", SOURCES + "/" + source.path("id").asText(), source);
            assertThat(world.run().result()).isEqualTo("ok");
            world.assertInStep();
        }
    }

    /** As a release makes it that knows nothing of sites. */
    private static ObjectNode source() {
        return JsonNodeFactory.instance.objectNode().put("name", "Engage Resources");
    }

    private static String description(SyncWorld world) {
        return OrganisationText.all(world.client, SOURCES)
                .get(0)
                .path("description")
                .asText();
    }
}
