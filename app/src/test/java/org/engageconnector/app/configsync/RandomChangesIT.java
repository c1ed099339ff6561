package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes in Engage, random deletions in Genesys Cloud and random kills: in the end the two are in step. */
class RandomChangesIT {

    private static final int ROUNDS = 12;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("the organisation equals what Engage says, and a further run sends nothing")
    void theOrganisationEqualsWhatEngageSays(long seed) {
        Random random = new Random(seed);
        try (SyncWorld world = new SyncWorld(EngageModel.of(30, 5))) {
            world.run();
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    RandomChange.inEngage(world.engage, random);
                }
                for (int i = random.nextInt(3); i > 0; i--) {
                    RandomChange.inGenesysCloud(world.client, random);
                }
                if (random.nextBoolean()) {
                    world.pass(SyncWorld.HOUR);
                }
                if (random.nextBoolean()) {
                    world.kill.arm(random.nextInt(30), random.nextBoolean());
                    world.run();
                    world.restart();
                }
                world.runConfirmed();
            }
            world.pass(SyncWorld.HOUR);
            world.runConfirmed();
            world.runConfirmed();
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
            assertThat(world.run().requests()).isZero();
        }
    }
}
