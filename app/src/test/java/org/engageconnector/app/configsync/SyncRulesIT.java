package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Test;

/** What a change in Engage, or a refusal of Genesys Cloud, comes to (docs/config-sync.md#rules). */
class SyncRulesIT {

    @Test
    void aPersonMadeAgainGoesOnWithTheSameUserAndANewExternalId() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 2))) {
            world.run();
            String id = world.userId(1001);
            world.engage.disable(1001);
            world.run();
            assertThat(world.state(id)).isEqualTo("inactive");
            assertThat(world.directory.find(MappingType.USER, "1001").map(Mapping::state))
                    .contains("inactive");
            world.engage.recreate(1001, 1901);
            world.run();
            assertThat(world.state(id)).isEqualTo("active");
            assertThat(world.userId(1901)).isEqualTo(id);
            assertThat(world.directory.find(MappingType.USER, "1001")).isEmpty();
            world.assertInStep();
        }
    }

    @Test
    void theQueueOfAVirtualQueueThatIsGoneStaysAndIsEmptied() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 3))) {
            world.run();
            world.engage.queues.remove(2000L);
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/queues"))
                    .hasSize(3);
            world.assertInStep();
            // Made again under a new DBID it goes on with the same queue.
            world.engage.queue(2100, "Queue0", 1001L);
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/queues"))
                    .hasSize(3);
            world.assertInStep();
        }
    }

    @Test
    void aSkillOrCodeThatIsGoneIsUnlinkedAndLeftInPlace() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 2))) {
            world.run();
            world.engage.skills.remove("French");
            world.engage.codes.remove("Sold");
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/skills"))
                    .hasSize(3);
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/wrapupcodes"))
                    .hasSize(2);
            world.assertInStep();
        }
    }

    @Test
    void twoVirtualQueuesWithOneNameGetTwoQueues() {
        EngageModel engage = EngageModel.of(2, 1);
        engage.queue(2050, "Queue0", 1001L);
        try (SyncWorld world = new SyncWorld(engage)) {
            world.run();
            assertThat(OrganisationText.all(world.client, "/api/v2/routing/queues"))
                    .extracting(queue -> queue.path("name").asText())
                    .containsExactlyInAnyOrder("Queue0", "2050_SIP_A");
            assertThat(world.run().requests()).isZero();
            // The plain name stays with the queue of the one that is gone.
            engage.queues.remove(2000L);
            world.run();
            assertThat(world.run().requests()).isZero();
            assertThat(world.directory.find(MappingType.QUEUE, "2050").map(Mapping::name))
                    .contains("2050_SIP_A");
        }
    }

    @Test
    void whatCannotBeSyncedIsReportedWithWhatToDoAndTheRestGoesOn() {
        EngageModel engage = EngageModel.of(3, 1);
        engage.persons.put(1801L, new EngageModel.Person(1801, "silent", "", true, Map.of()));
        engage.persons.put(1802L, new EngageModel.Person(1802, "twin", "AGENT1@example.com", true, Map.of()));
        engage.person(1803, "wizard", Map.of("English", 99));
        engage.queue(2500, "VQ_Unmapped", 1001L);
        try (SyncWorld world = new SyncWorld(engage)) {
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("problems");
            assertThat(status.problems())
                    .extracting(Problem::object, Problem::key)
                    .containsExactlyInAnyOrder(
                            tuple(ObjectKind.USER, "1801"),
                            tuple(ObjectKind.USER, "1802"),
                            tuple(ObjectKind.USER_SKILL, "1803/English"),
                            tuple(ObjectKind.QUEUE, "2500"));
            assertThat(status.problems())
                    .allSatisfy(problem -> assertThat(problem.advice()).isNotEmpty());
            assertThat(status.synced()).containsEntry("users", 4L).containsEntry("queues", 1L);
            // A refused object is not tried every minute.
            assertThat(world.run().requests()).isZero();
            // It is when Engage changes it.
            engage.queue(2500, "VQ_Fine", 1001L);
            world.run();
            assertThat(world.directory.find(MappingType.QUEUE, "2500")).isPresent();
        }
    }

    @Test
    void aMissingRightForOneKindIsReportedOnceAndTheRestGoesOn() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(5, 2))) {
            world.cloud.addFault(Fault.missingPermission("routing:skill:assign"));
            SyncStatus status = world.run();
            assertThat(status.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.object()).isEqualTo(ObjectKind.USER_SKILL);
                assertThat(problem.advice()).contains("routing:skill:assign");
            });
            assertThat(status.synced()).containsEntry("users", 5L).containsEntry("members", 10L);
            assertThat(world.run().requests()).isEqualTo(1);
            world.cloud.clearFaults();
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void presencesThatMayNotBeReadAreReportedWithTheirRightAndReadAsSoonAsTheyMay() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.cloud.addFault(Fault.missingPermission("presence:presenceDefinition:view"));
            assertThat(world.run().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.advice()).contains("presence:presenceDefinition:view"));
            assertThat(world.directory.find(MappingType.SOURCE, "Resources")).isPresent();
            world.cloud.clearFaults();
            assertThat(world.run().requests()).isEqualTo(1);
            assertThat(world.directory.find(MappingType.PRESENCE, "Available")).isPresent();
            world.assertInStep();
        }
    }

    @Test
    void aKindThatCannotBeReadIsNotCreatedBlindly() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(5, 2))) {
            world.cloud.addFault(Fault.missingPermission("routing:queue:view"));
            world.run();
            assertThat(world.cloud.requests())
                    .noneMatch(request ->
                            request.method().equals("POST") && request.path().endsWith("/routing/queues"));
            world.cloud.clearFaults();
            world.pass(SyncWorld.HOUR);
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void passingFaultsAreWaitedOut() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.cloud.addFault(Fault.status("/api/v2/users", 503, 2));
            world.cloud.addFault(Fault.status("/api/v2/routing", 429, 3));
            world.cloud.addFault(Fault.of(Fault.Kind.LOSE_ANSWER, "/api/v2/routing/queues", 1));
            world.run();
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void whatWasCarriedOutWithoutAnAnswerIsUndoneWhenEngageTakesItBack() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 3))) {
            world.run();
            world.engage.persons.get(1001L).levels().remove("English");
            world.engage.queues.get(2000L).members().remove(1002L);
            world.engage.queues.get(2002L).members().add(1003L);
            world.engage.codes.remove("Sold");
            world.engage.codes.put("Complaint", "Complaint, renamed");
            for (String path : new String[] {"routing", "users/" + world.userId(1001) + "/routingskills"}) {
                world.cloud.addFault(Fault.of(Fault.Kind.STATUS_AFTER, "/api/v2/" + path, 0));
            }
            assertThat(world.run().problems()).hasSize(7);
            world.cloud.clearFaults();
            world.engage.become(EngageModel.of(4, 3));
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void aUserMadeWithoutAnAnswerIsFoundAgainAndStaysOurs() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(1, 0))) {
            world.run();
            world.engage.person(1900, "newcomer", Map.of());
            world.cloud.addFault(Fault.of(Fault.Kind.STATUS_AFTER, "/api/v2/users", 0));
            world.run();
            world.cloud.clearFaults();
            world.run();
            world.assertInStep();
            world.engage.disable(1900);
            assertThat(world.run().result()).isEqualTo("ok");
        }
    }

    @Test
    void aVersionClashIsReadAgainAndAppliedAgainFiveTimes() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(1, 0))) {
            world.run();
            String path = "/api/v2/users/" + world.userId(1001);
            AtomicInteger clashes = new AtomicInteger(5);
            world.kill.rival(() -> {
                if (clashes.getAndDecrement() > 0) {
                    int version = world.client.get(path).path("version").asInt();
                    world.client.request(
                            "PATCH",
                            path,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("title", "clash " + version)
                                    .put("version", version));
                }
            });
            world.engage.rename(1001, "married");
            assertThat(world.run().result()).isEqualTo("ok");
            world.assertInStep();
            // Once more than that is left to the next run.
            clashes.set(6);
            world.engage.rename(1001, "divorced");
            assertThat(world.run().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.next()).isEqualTo("next run"));
            world.run();
            world.assertInStep();
        }
    }

    @Test
    void anEmailThatSomebodyElseHasIsRefusedAndNotTriedEveryMinute() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 0))) {
            world.run();
            world.engage.disable(1002);
            world.run();
            world.engage.persons.put(
                    1001L, new EngageModel.Person(1001, "agent1", "agent2@example.com", true, Map.of()));
            assertThat(world.run().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.why()).contains("409"));
            assertThat(world.run().requests()).isZero();
        }
    }

    @Test
    void bulkCallsTakeAsMuchAsTheyMay() {
        EngageModel engage = new EngageModel();
        Map<String, Integer> levels = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            engage.skills.add("Skill " + i);
            engage.codes.put("Code " + i, "Code " + i);
            levels.put("Skill " + i, 1 + i % 10);
        }
        engage.person(1001, "allrounder", levels);
        LongStream.rangeClosed(1002, 1250).forEach(dbid -> engage.person(dbid, "agent" + dbid, Map.of()));
        engage.queue(2000, "All");
        engage.queues.get(2000L).members().addAll(new TreeSet<>(engage.persons.keySet()));
        try (SyncWorld world = new SyncWorld(engage)) {
            world.run();
            world.assertInStep();
            assertThat(world.sent("POST", "/api/v2/routing/queues/{id}/members"))
                    .isEqualTo(3);
            assertThat(world.sent("POST", "/api/v2/routing/queues/{id}/wrapupcodes"))
                    .isEqualTo(2);
            assertThat(world.sent("PUT", "/api/v2/users/{id}/routingskills/bulk"))
                    .isEqualTo(1);
            assertThat(world.sent("PATCH", "/api/v2/users/{id}/routingskills/bulk"))
                    .isEqualTo(2);
        }
    }

    @Test
    void anErrorEndsTheRunAndNotTheRole() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            world.run();
            world.engage.rename(1001, "renamed");
            world.kill.rival(() -> {
                throw new StackOverflowError("too deep");
            });
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("failed");
            assertThat(status.reason()).contains("StackOverflowError");
            world.kill.rival(() -> {});
            world.run();
            world.assertInStep();
        }
    }
}
