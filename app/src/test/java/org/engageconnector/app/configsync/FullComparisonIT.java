package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Test;

/** What somebody changed in Genesys Cloud is put right by the full comparison (docs/config-sync.md#full-comparison). */
class FullComparisonIT {

    @Test
    void deletionsInGenesysCloudAreRepairedByTheFullComparison() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(6, 2))) {
            world.run();
            world.client.request("DELETE", "/api/v2/users/" + world.userId(1001), null);
            String french = world.directory
                    .find(MappingType.SKILL, "French")
                    .orElseThrow()
                    .genesysCloudId();
            world.client.request("DELETE", "/api/v2/routing/skills/" + french, null);
            world.client.request(
                    "DELETE",
                    "/api/v2/routing/queues/"
                            + world.directory
                                    .find(MappingType.QUEUE, "2000")
                                    .orElseThrow()
                                    .genesysCloudId(),
                    null);
            assertThat(world.run().requests()).isZero();
            world.pass(SyncWorld.HOUR);
            world.run();
            world.assertInStep();
            assertThat(world.directory.find(MappingType.SKILL, "French").map(Mapping::genesysCloudId))
                    .isPresent()
                    .get()
                    .isNotEqualTo(french);
        }
    }

    @Test
    void aDeletionSoonAfterAChangeIsSeenToo() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.run();
            world.pass(SyncWorld.HOUR - 180_000);
            world.engage.rename(1001, "married");
            world.engage.queue(2001, "New");
            world.run();
            world.client.request("DELETE", "/api/v2/users/" + world.userId(1001), null);
            world.client.request(
                    "DELETE",
                    "/api/v2/routing/queues/"
                            + world.directory
                                    .find(MappingType.QUEUE, "2001")
                                    .orElseThrow()
                                    .genesysCloudId(),
                    null);
            world.pass(180_000);
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void anExternalIdOrPrimarySourceThatSomebodyTookAwayIsGivenBackByAFullComparison() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 1))) {
            world.run();
            world.client.request(
                    "DELETE", "/api/v2/users/" + world.userId(1002) + "/externalid/engage-connector/101:1002", null);
            String other = world.client
                    .request(
                            "POST",
                            "/api/v2/presence/sources",
                            JsonNodeFactory.instance.objectNode().put("name", "Another source"))
                    .body()
                    .path("id")
                    .asText();
            world.client.request(
                    "PUT",
                    "/api/v2/presence/users/" + world.userId(1003) + "/primarysource",
                    JsonNodeFactory.instance.objectNode().put("sourceId", other));
            world.pass(SyncWorld.HOUR);
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void externalIdsAreComparedThoughPrimarySourcesMayNotBeRead() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            world.run();
            world.client.request(
                    "DELETE", "/api/v2/users/" + world.userId(1002) + "/externalid/engage-connector/101:1002", null);
            world.cloud.addFault(Fault.missingPermission("presence:userPrimarySource:view"));
            world.pass(SyncWorld.HOUR);
            assertThat(world.run().result()).isEqualTo("ok");
            world.cloud.clearFaults();
            world.assertInStep();
        }
    }

    @Test
    void ofALargeSiteEachFullComparisonTakesAPartOfTheUsersForThat() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(120, 1))) {
            world.run();
            world.client.request(
                    "DELETE", "/api/v2/users/" + world.userId(1120) + "/externalid/engage-connector/101:1120", null);
            for (int comparison = 1; comparison <= 3; comparison++) {
                world.pass(SyncWorld.HOUR);
                world.run();
                assertThat(world.sent("GET", "/api/v2/users/externalid/{authority}/{key}"))
                        .isEqualTo(50L * comparison);
            }
            world.assertInStep();
        }
    }
}
