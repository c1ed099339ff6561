package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash before or after any request of a run is repaired by the next, and the one after that sends nothing. */
class CrashAtEveryRequestIT {

    @ParameterizedTest(name = "request carried out: {0}")
    @ValueSource(booleans = {false, true})
    void ofAFirstSync(boolean carriedOut) {
        int crashes = 0;
        for (int request = 0; ; request++) {
            try (SyncWorld world = new SyncWorld(EngageModel.of(3, 2))) {
                if (!crash(world, request, carriedOut, engage -> {})) {
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
            try (SyncWorld world = new SyncWorld(EngageModel.of(5, 3))) {
                world.run();
                if (!crash(world, request, carriedOut, CrashAtEveryRequestIT::change)) {
                    break;
                }
                crashes++;
            }
        }
        assertThat(crashes).isGreaterThan(20);
    }

    private static void change(EngageModel engage) {
        engage.person(1900, "newcomer", Map.of("German", 4));
        engage.disable(1001);
        engage.recreate(1002, 1902);
        engage.rename(1003, "agent3 married");
        engage.skills.add("German");
        engage.skills.remove("Sales");
        engage.codes.remove("Sold");
        engage.codes.put("Complaint", "Complaint, renamed");
        engage.codes.put("Callback", "");
        engage.codes.replaceAll((name, display) -> display.isEmpty() ? name : display);
        engage.queues.remove(2000L);
        engage.queue(2001, "Queue1 renamed", 1900L, 1003L);
        engage.queue(2009, "New queue", 1003L, 1004L, 1902L);
    }

    private static boolean crash(SyncWorld world, int request, boolean carriedOut, Consumer<EngageModel> change) {
        change.accept(world.engage);
        if (world.engage.queues.size() > 2) {
            // So much changes in so small an organisation that an operator is asked.
            world.sync().confirm(world.run().planId());
        }
        world.kill.arm(request, carriedOut);
        world.run();
        boolean fired = world.kill.fired();
        world.restart();
        world.runConfirmed();
        assertThat(OrganisationText.actual(world.engage, world.client))
                .as("after a crash at request %d", request)
                .isEqualTo(OrganisationText.expected(world.engage));
        assertThat(world.run().requests())
                .as("unchanged after a crash at request %d", request)
                .isZero();
        return fired;
    }
}
