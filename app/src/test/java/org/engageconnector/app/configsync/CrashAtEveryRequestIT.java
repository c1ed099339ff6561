package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.engageconnector.directory.MappingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A crash before or after any request of a run, or before any write to Redis, is repaired by the next run, and the one after
 * that sends nothing.
 */
class CrashAtEveryRequestIT {

    @ParameterizedTest(name = "request carried out: {0}")
    @ValueSource(booleans = {false, true})
    void ofAFirstSync(boolean carriedOut) {
        int crashes = 0;
        for (int request = 0; ; request++) {
            try (SyncWorld world = new SyncWorld(EngageModel.of(3, 2))) {
                world.kill.arm(request, carriedOut);
                if (!crash(world, "request " + request)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(20);
    }

    @ParameterizedTest(name = "request carried out: {0}")
    @ValueSource(booleans = {false, true})
    void ofChangesOfEveryKind(boolean carriedOut) {
        int crashes = 0;
        for (int request = 0; ; request++) {
            try (SyncWorld world = changed()) {
                world.kill.arm(request, carriedOut);
                if (!crash(world, "request " + request)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(20);
    }

    @Test
    void beforeEveryWriteOfChangesOfEveryKind() {
        int crashes = 0;
        for (int write = 0; ; write++) {
            try (SyncWorld world = changed()) {
                world.kill.armAtWrite(write);
                if (!crash(world, "write " + write)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(40);
    }

    @Test
    void beforeEveryRequestOfChangesThatAreTakenBackBeforeTheNextRun() {
        int crashes = 0;
        for (int request = 0; ; request++) {
            try (SyncWorld world = changed()) {
                world.kill.arm(request, false);
                if (!crash(world, "request " + request, CrashAtEveryRequestIT::takeBack)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(20);
    }

    @Test
    void beforeEveryWriteOfChangesThatAreTakenBackBeforeTheNextRun() {
        int crashes = 0;
        for (int write = 0; ; write++) {
            try (SyncWorld world = changed()) {
                world.kill.armAtWrite(write);
                if (!crash(world, "write " + write, CrashAtEveryRequestIT::takeBack)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(40);
    }

    /** In step, then changed by both sides in every way; an operator has confirmed it, as it is much for so small a site. */
    private static SyncWorld changed() {
        SyncWorld world = new SyncWorld(EngageModel.of(5, 3));
        world.run();
        world.engage.disable(1005);
        world.run();
        String leaver =
                world.directory.find(MappingType.USER, "1005").orElseThrow().genesysCloudId();
        world.client.request("DELETE", "/api/v2/users/" + leaver, null);
        String french =
                world.directory.find(MappingType.SKILL, "French").orElseThrow().genesysCloudId();
        world.client.request("DELETE", "/api/v2/routing/skills/" + french, null);
        world.pass(SyncWorld.HOUR);
        change(world.engage);
        world.sync().confirm(world.run().planId());
        return world;
    }

    private static void change(EngageModel engage) {
        engage.person(1900, "newcomer", Map.of("German", 4));
        engage.disable(1001);
        engage.recreate(1002, 1902);
        engage.recreate(1005, 1905);
        engage.rename(1003, "agent3 married");
        engage.skills.add("German");
        engage.skills.remove("Sales");
        engage.codes.remove("Sold");
        engage.codes.put("Complaint", "Complaint, renamed");
        engage.codes.put("Callback", "");
        engage.codes.replaceAll((name, display) -> display.isEmpty() ? name : display);
        engage.queues.remove(2000L);
        engage.queue(2001, "Queue1 renamed", 1900L, 1003L);
        Set<Long> members = engage.queues.remove(2002L).members();
        engage.queue(2012, "Queue2", members.toArray(Long[]::new));
        engage.queue(2009, "New queue", 1003L, 1004L, 1902L);
    }

    /** What Engage was before {@link #change}: memory and wish are equal again, whatever the last request did. */
    private static void takeBack(EngageModel engage) {
        EngageModel before = EngageModel.of(5, 3);
        before.disable(1005);
        engage.become(before);
    }

    private static boolean crash(SyncWorld world, String when) {
        return crash(world, when, engage -> {});
    }

    private static boolean crash(SyncWorld world, String when, Consumer<EngageModel> meanwhile) {
        world.run();
        boolean fired = world.kill.fired();
        meanwhile.accept(world.engage);
        world.restart();
        world.runConfirmed();
        assertThat(OrganisationText.actual(world.engage, world.client))
                .as("after a crash at %s", when)
                .isEqualTo(OrganisationText.expected(world.engage));
        assertThat(world.run().requests())
                .as("unchanged after a crash at %s", when)
                .isZero();
        return fired;
    }
}
