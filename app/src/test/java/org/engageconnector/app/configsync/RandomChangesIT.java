package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes in Engage, random deletions in Genesys Cloud and random kills: in the end the two are in step. */
class RandomChangesIT {

    private static final int ROUNDS = 12;
    private static final List<String> SKILLS = List.of("English", "French", "Sales", "German", "Italian");
    private static final List<String> CODES = List.of("Sold", "Complaint", "Callback", "Lost");

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
                    change(world.engage, random);
                }
                for (int i = random.nextInt(3); i > 0; i--) {
                    deleteThere(world.client, random);
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

    private static void change(EngageModel engage, Random random) {
        List<Long> persons = new ArrayList<>(engage.persons.keySet());
        long person = persons.get(random.nextInt(persons.size()));
        long fresh = 10_000 + random.nextInt(1_000_000);
        List<Long> queues = new ArrayList<>(engage.queues.keySet());
        switch (random.nextInt(11)) {
            case 0 -> engage.person(fresh, "new" + fresh, Map.of(SKILLS.get(random.nextInt(5)), random.nextInt(11)));
            case 1 -> engage.disable(person);
            case 2 -> engage.recreate(person, fresh);
            case 3 -> engage.rename(person, "renamed" + fresh);
            case 4 -> engage.persons.get(person).levels().put(SKILLS.get(random.nextInt(5)), random.nextInt(11));
            case 5 -> engage.persons.get(person).levels().remove(SKILLS.get(random.nextInt(5)));
            case 6 -> flip(engage.skills, SKILLS.get(random.nextInt(5)));
            case 7 -> {
                String code = CODES.get(random.nextInt(4));
                if (engage.codes.remove(code) == null) {
                    engage.codes.put(code, code + " " + random.nextInt(3));
                }
            }
            case 8 -> engage.queue(fresh, "Queue of " + fresh, person);
            case 9 -> {
                if (queues.size() > 2) {
                    engage.queues.remove(queues.get(random.nextInt(queues.size())));
                }
            }
            default -> {
                Set<Long> members = engage.queues
                        .get(queues.get(random.nextInt(queues.size())))
                        .members();
                flip(members, person);
            }
        }
    }

    private static <T> void flip(Set<T> set, T element) {
        if (!set.remove(element)) {
            set.add(element);
        }
    }

    private static void deleteThere(CloudClient cloud, Random random) {
        String path =
                switch (random.nextInt(4)) {
                    case 0 -> "/api/v2/users";
                    case 1 -> "/api/v2/routing/skills";
                    case 2 -> "/api/v2/routing/queues";
                    default -> "/api/v2/routing/wrapupcodes";
                };
        List<JsonNode> there = OrganisationText.all(cloud, path);
        if (!there.isEmpty()) {
            String id = there.get(random.nextInt(there.size())).path("id").asText();
            cloud.request("DELETE", path + "/" + id, null);
        }
    }
}
