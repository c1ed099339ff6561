package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Test;

/** Config-sync meets an organisation that is not empty (docs/config-sync.md#rules). */
class AdoptionIT {

    @Test
    void aUserWithTheEmailIsAdoptedAndNotDuplicated() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            String id = user(world, "Somebody", "AGENT1@example.com").path("id").asText();
            world.run();
            assertThat(world.directory.find(MappingType.USER, "1001").map(Mapping::genesysCloudId))
                    .contains(id);
            assertThat(world.client.get("/api/v2/users/" + id).path("name").asText())
                    .isEqualTo("agent1");
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(3);
        }
    }

    @Test
    void aUserWhoseEmailChangedIsFoundByItsExternalIdWhenRedisIsEmpty() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            String id =
                    user(world, "agent1", "old.address@example.com").path("id").asText();
            world.client.request(
                    "POST",
                    "/api/v2/users/" + id + "/externalid",
                    object().put("authorityName", "engage-connector").put("externalKey", "101:1001"));
            world.run();
            assertThat(world.client.get("/api/v2/users/" + id).path("email").asText())
                    .isEqualTo("agent1@example.com");
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
        }
    }

    @Test
    void aDeletedUserIsRestored() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            String id = user(world, "Old name", "agent1@example.com").path("id").asText();
            world.client.request("DELETE", "/api/v2/users/" + id, null);
            world.run();
            assertThat(world.client.get("/api/v2/users/" + id).path("state").asText())
                    .isEqualTo("active");
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
        }
    }

    @Test
    void aQueueOfTheNameIsAdoptedAndGetsThePeerId() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 2))) {
            String id = world.client
                    .request("POST", "/api/v2/routing/queues", object().put("name", "queue1"))
                    .body()
                    .path("id")
                    .asText();
            world.run();
            assertThat(world.client
                            .get("/api/v2/routing/queues/" + id)
                            .path("peerId")
                            .asText())
                    .isEqualTo("101:2001");
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
        }
    }

    @Test
    void afterRedisWasLostEverythingIsLookedUpAndNothingMadeTwice() {
        EngageModel engage = EngageModel.of(10, 3);
        try (SyncWorld world = new SyncWorld(engage)) {
            world.run();
            for (String table : new String[] {
                "run", "skill", "wrapup-code", "queue", "user", "source", "intent", "removed", "mapped", "facts"
            }) {
                world.store.clear(table);
            }
            world.restart();
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(10);
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/queues"))
                    .hasSize(3);
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/skills"))
                    .hasSize(3);
            assertThat(OrganisationText.actual(engage, world.client)).isEqualTo(OrganisationText.expected(engage));
            assertThat(world.run().requests()).isZero();
        }
    }

    @Test
    void anAdoptedUserIsNotSetInactiveUnasked() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            String id = user(world, "agent1", "agent1@example.com").path("id").asText();
            world.run();
            world.engage.disable(1001);
            world.engage.rename(1002, "agent2 renamed");
            SyncStatus held = world.run();
            assertThat(held.result()).isEqualTo("waiting");
            assertThat(world.sync().problem()).isEmpty();
            assertThat(world.client.get("/api/v2/users/" + id).path("state").asText())
                    .isEqualTo("active");
            // The rest of the plan went on.
            assertThat(world.directory.find(MappingType.USER, "1002").map(Mapping::name))
                    .contains("agent2 renamed");
            // Nor does it hold up later runs: another deleted in Genesys Cloud is restored, a new queue is told to the
            // roles.
            String other =
                    world.directory.find(MappingType.USER, "1003").orElseThrow().genesysCloudId();
            world.client.request("DELETE", "/api/v2/users/" + other, null);
            world.engage.queue(2900, "Later");
            world.pass(SyncWorld.HOUR);
            assertThat(world.run().planId()).isEqualTo(held.planId());
            assertThat(world.client.get("/api/v2/users/" + other).path("state").asText())
                    .isEqualTo("active");
            assertThat(world.directory.dns("SIP_A")).anyMatch(dn -> dn.number().equals("2900"));
            assertThat(world.run().requests()).isZero();
            assertThat(world.sync().confirm(held.planId())).isTrue();
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(world.client.get("/api/v2/users/" + id).path("state").asText())
                    .isEqualTo("inactive");
        }
    }

    @Test
    void aSkillSpelledInAnotherCaseIsTheSameSkill() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 1))) {
            world.client.request("POST", "/api/v2/routing/skills", object().put("name", "ENGLISH"));
            world.run();
            world.pass(SyncWorld.HOUR);
            SyncStatus compared = world.run();
            assertThat(compared.result()).isEqualTo("ok");
            assertThat(compared.changes()).isEmpty();
        }
    }

    @Test
    void whatCouldNotBeLookedUpIsLookedUpBeforeItIsCreated() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 2))) {
            String user =
                    user(world, "agent1", "old.address@example.com").path("id").asText();
            world.client.request(
                    "POST",
                    "/api/v2/users/" + user + "/externalid",
                    object().put("authorityName", "engage-connector").put("externalKey", "101:1001"));
            world.client.request(
                    "POST",
                    "/api/v2/routing/queues",
                    object().put("name", "Renamed meanwhile").put("peerId", "101:2000"));
            world.cloud.addFault(Fault.status("/api/v2/users", 503, 0));
            world.cloud.addFault(Fault.status("/api/v2/routing/queues", 503, 0));
            assertThat(world.run().problems()).hasSize(2);
            world.cloud.clearFaults();
            // No full comparison is due yet.
            world.run();
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(4);
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/queues"))
                    .hasSize(2);
            assertThat(world.run().requests()).isZero();
        }
    }

    @Test
    void aNewPersonWhoIsThereAlreadyIsFoundLaterToo() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(5, 1))) {
            world.run();
            user(world, "Newcomer", "newcomer@example.com");
            world.engage.person(1900, "newcomer", Map.of());
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(6);
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
        }
    }

    private static JsonNode user(SyncWorld world, String name, String email) {
        String home = world.client
                .get("/api/v2/authorization/divisions/home")
                .path("id")
                .asText();
        return world.client
                .request(
                        "POST",
                        "/api/v2/users",
                        object().put("name", name)
                                .put("email", email)
                                .put("divisionId", home)
                                .put("state", "active"))
                .body();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
