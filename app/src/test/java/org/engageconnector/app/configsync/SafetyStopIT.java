package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.configsync.SyncStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No bad read of the Config DB can wreck the organisation (docs/config-sync.md#safety-stop). */
class SafetyStopIT {

    @Test
    void anEmptyConfigDatabaseStopsBeforeTheFirstRequest() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(40, 8))) {
            world.run();
            world.engage.persons.clear();
            world.engage.queues.clear();
            world.engage.skills.clear();
            world.engage.codes.clear();
            world.pass(SyncWorld.HOUR); // a full comparison is due, and still nothing is asked
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("stopped");
            assertThat(status.requests()).isZero();
            assertThat(status.planId()).hasSize(16);
            assertThat(world.sync().problem().orElseThrow()).contains("POST /api/v1/sync?confirm=" + status.planId());
            assertThat(world.directory.agents()).hasSize(40);
        }
    }

    /** What melts, by 5 % of the whole: one step for each run. */
    enum Melting {
        USERS("set users inactive", EngageModel.of(100, 0)) {
            @Override
            void step(EngageModel engage, int run) {
                List.copyOf(engage.persons.keySet()).subList(0, 5).forEach(engage.persons::remove);
            }
        },
        QUEUES("empty queues", manyQueues()) {
            @Override
            void step(EngageModel engage, int run) {
                engage.queues.get(2000L + 2 * run).members().clear();
                engage.queues.remove(2001L + 2 * run);
            }
        },
        MEMBERS("remove queue members", EngageModel.of(50, 2)) {
            @Override
            void step(EngageModel engage, int run) {
                engage.queues
                        .get(2000L)
                        .members()
                        .removeIf(dbid -> dbid > 1001 + (run - 1) * 5 && dbid <= 1001 + run * 5);
            }
        },
        SKILLS("remove skills of users", EngageModel.of(100, 0)) {
            @Override
            void step(EngageModel engage, int run) {
                for (long dbid = 1001 + (run - 1) * 10L; dbid < 1001 + run * 10L; dbid++) {
                    engage.persons.get(dbid).levels().remove("English");
                }
            }
        };

        private final String reason;
        private final EngageModel engage;

        Melting(String reason, EngageModel engage) {
            this.reason = reason;
            this.engage = engage;
        }

        /** @param run from 1 on */
        abstract void step(EngageModel engage, int run);

        /** 40 queues of one member each, and one of so many that the others' members are few. */
        private static EngageModel manyQueues() {
            EngageModel engage = EngageModel.of(60, 0);
            for (long queue = 2002; queue < 2042; queue++) {
                engage.queue(queue, "Queue" + queue, 1001L);
            }
            engage.queue(3000, "Everybody", engage.persons.keySet().toArray(Long[]::new));
            return engage;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("what melts by 5 % a run, a run every 4 hours, stops before more than 20 % of it went in 24 hours")
    void whatMeltsSlowlyStopsBeforeTheLimit(Melting melting) {
        try (SyncWorld world = new SyncWorld(melting.engage)) {
            world.run();
            for (int run = 1; run <= 4; run++) {
                melting.step(world.engage, run);
                world.pass(4 * SyncWorld.HOUR);
                assertThat(world.run().result()).as("run %d", run).isEqualTo("ok");
            }
            melting.step(world.engage, 5);
            world.pass(4 * SyncWorld.HOUR);
            SyncStatus fifth = world.run();
            assertThat(fifth.result()).isEqualTo("stopped");
            assertThat(fifth.reason())
                    .startsWith("the plan would " + melting.reason)
                    .doesNotContain(";");
            assertThat(fifth.requests()).isZero();
            // 24 hours after the first step a part of the loss is forgotten, and one more step may go.
            world.pass(13 * SyncWorld.HOUR);
            assertThat(world.run().result()).isEqualTo("ok");
        }
    }

    @Test
    void theSameLossSpreadOverDaysGoesThrough() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(100, 0))) {
            world.run();
            List<Long> persons = new ArrayList<>(world.engage.persons.keySet());
            for (int day = 0; day < 5; day++) {
                persons.subList(day * 10, day * 10 + 10).forEach(world.engage.persons::remove);
                world.pass(25 * SyncWorld.HOUR);
                assertThat(world.run().result()).isEqualTo("ok");
            }
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=active"))
                    .hasSize(50);
        }
    }

    @Test
    void aFewMayAlwaysLeave() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(6, 0))) {
            world.run();
            List.copyOf(world.engage.persons.keySet()).subList(0, 5).forEach(world.engage.persons::remove);
            assertThat(world.run().result()).isEqualTo("ok");
        }
    }

    @Test
    void removingMembersOrSkillsAloneStopsToo() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 2))) {
            world.run();
            world.engage.queues.get(2000L).members().clear();
            assertThat(world.run().reason()).contains("remove queue members");
            world.engage.queues.get(2000L).members().addAll(world.engage.persons.keySet());
            world.engage.skills.remove("English");
            assertThat(world.run().reason()).contains("remove skills of users");
        }
    }

    @Test
    void onlyThePlanThatWasShownIsConfirmed() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 1))) {
            world.run();
            List<Long> persons = List.copyOf(world.engage.persons.keySet());
            persons.subList(0, 10).forEach(world.engage.persons::remove);
            String planId = world.run().planId();
            assertThat(world.run().planId()).isEqualTo(planId);
            assertThat(world.sync().confirm("0000000000000000")).isFalse();
            assertThat(world.sync().confirm(planId)).isTrue();
            // Meanwhile ten more are gone: that is another plan.
            persons.subList(10, 20).forEach(world.engage.persons::remove);
            SyncStatus second = world.run();
            assertThat(second.result()).isEqualTo("stopped");
            assertThat(second.planId()).isNotEqualTo(planId);
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=active"))
                    .hasSize(30);
            world.sync().confirm(second.planId());
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=active"))
                    .hasSize(10);
            // What an operator confirmed does not make the next leaver wait.
            world.engage.persons.remove(persons.get(20));
            assertThat(world.run().result()).isEqualTo("ok");
        }
    }

    @Test
    void aConfirmationOutlivesACrash() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 1))) {
            world.run();
            List.copyOf(world.engage.persons.keySet()).subList(0, 10).forEach(world.engage.persons::remove);
            world.sync().confirm(world.run().planId());
            world.kill.arm(9, true);
            world.run();
            world.restart();
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(world.run().requests()).isZero();
        }
    }

    @Test
    void anotherTenantOrOrganisationStopsBeforeTheFirstWrite() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.store.bind(world.cloud.organisationId(), "102");
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("stopped");
            assertThat(status.reason()).contains("tenant 102");
            assertThat(status.requests()).isZero();
            world.sync().confirm(status.planId());
            assertThat(world.run().result()).isEqualTo("ok");
            assertThat(world.run().result()).isEqualTo("ok");
            world.organisation("11111111-1111-4111-8111-111111111111");
            assertThat(world.run().reason()).contains("ex.org-id is now 11111111");
        }
    }

    @Test
    void aTokenOfAnotherOrganisationSendsNothingFurther() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.organisation("11111111-1111-4111-8111-111111111111");
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("failed");
            assertThat(status.reason()).contains("belongs to organisation " + world.cloud.organisationId());
            assertThat(status.requests()).isEqualTo(1);
            world.organisation(world.cloud.organisationId());
            assertThat(world.run().result()).isEqualTo("ok");
        }
    }

    @Test
    void aDryRunSendsNothingAndShowsThePlan() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1)).dryRun()) {
            SyncStatus status = world.run();
            assertThat(status.result()).isEqualTo("dry-run");
            assertThat(status.requests()).isZero();
            assertThat(status.plan()).anyMatch(line -> line.get("object").equals("user"));
            assertThat(status.changes()).containsEntry("user", Map.of("create", 3));
            assertThat(world.directory.ready()).isFalse();
            assertThat(Path.of("target", "plans", "config-sync-plan.txt"))
                    .content()
                    .contains("user ", "create", "person 1001");
            assertThat(Path.of("target", "plans", "config-sync-plan.json"))
                    .content()
                    .contains("\"safetyStop\" : null");
        }
    }

    @Test
    void aDryRunSaysWhenARealOneWouldStop() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 1))) {
            world.run();
            world.engage.persons.clear();
            SyncStatus status = world.dryRun().run();
            assertThat(status.result()).isEqualTo("dry-run");
            assertThat(status.reason()).contains("set users inactive: 30 now");
            assertThat(world.sync().problem()).isEmpty();
            assertThat(Path.of("target", "plans", "config-sync-plan.txt"))
                    .content()
                    .contains("A run would wait for a confirmation");
        }
    }
}
