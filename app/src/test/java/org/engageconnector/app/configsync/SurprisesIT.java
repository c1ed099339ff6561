package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.simulators.genesyscloud.org.Surprises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What surprises integrators in Genesys Cloud ends in step all the same, and costs no requests for ever. */
class SurprisesIT {

    private static final String QUEUES = "/api/v2/routing/queues";
    private static final String QUEUE = QUEUES + "/{id}";
    private static final String MEMBERS = QUEUE + "/members";

    @Test
    void a_person_made_again_in_another_letter_case_is_the_deleted_user_restored() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(3, 1))) {
            world.run();
            String id = world.userId(1001);
            world.client.request("DELETE", "/api/v2/users/" + id, null);
            world.engage.disable(1001);
            world.run();
            world.engage.recreate(1001, 1901);
            EngageModel.Person person = world.engage.persons.get(1901L);
            world.engage.persons.put(
                    1901L, new EngageModel.Person(1901, person.name(), "AGENT1@Example.COM", true, person.levels()));
            world.run();
            assertThat(world.run().problems()).isEmpty();
            assertThat(world.state(id)).isEqualTo("active");
            assertThat(world.userId(1901)).isEqualTo(id);
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(3);
        }
    }

    @Test
    void a_list_of_users_that_ends_early_makes_nobody_twice_and_says_so() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 1))) {
            String home = world.client
                    .get("/api/v2/authorization/divisions/home")
                    .path("id")
                    .asText();
            for (int i = 0; i < 250; i++) {
                world.client.request(
                        "POST",
                        "/api/v2/users",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", "old " + i)
                                .put("email", (i == 249 ? "agent1" : "old" + i) + "@example.com")
                                .put("divisionId", home)
                                .put("state", "inactive"));
            }
            world.cloud.surprises(Surprises.NONE.listsEndAt(200));
            SyncStatus status = world.run();
            assertThat(status.problems()).extracting(Problem::what).contains("the list of users");
            world.cloud.surprises(Surprises.NONE);
            assertThat(OrganisationText.all(world.client, "/api/v2/users?state=any"))
                    .hasSize(253);
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
        }
    }

    @Test
    void a_member_that_came_through_a_group_is_one_problem_and_costs_nothing_for_ever() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(6, 1))) {
            world.run();
            String queue = queueIds(world).get(0);
            world.engage.person(1900, "grouped", Map.of());
            world.run();
            world.cloud.addGroupMember(queue, world.userId(1900));
            world.engage.person(1901, "single", Map.of());
            world.engage.queues.get(2000L).members().addAll(Set.of(1900L, 1901L));
            SyncStatus status = world.run();
            assertThat(status.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.why()).contains("person 1900"));
            assertThat(members(world, queue)).hasSize(7);
            world.run();
            assertThat(world.run().requests()).isZero();
            world.pass(SyncWorld.HOUR);
            world.run();
            long read = world.sent("GET", MEMBERS);
            world.pass(SyncWorld.HOUR);
            world.run();
            assertThat(world.sent("GET", MEMBERS)).isEqualTo(read);
            assertThat(members(world, queue)).hasSize(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "100,1", "101,2", "250,3"})
    void members_go_in_blocks_of_100_each_way(int members, int requests) {
        EngageModel engage = EngageModel.of(260, 1);
        engage.queues.clear();
        engage.queue(2000, "Big");
        try (SyncWorld world = new SyncWorld(engage)) {
            world.run();
            engage.queue(
                    2000,
                    "Big",
                    LongStream.rangeClosed(1001, 1000 + members).boxed().toArray(Long[]::new));
            world.run();
            assertThat(world.sent("POST", MEMBERS)).isEqualTo(requests);
            engage.queue(2000, "Big");
            world.runConfirmed();
            assertThat(world.sent("POST", MEMBERS)).isEqualTo(2L * requests);
        }
    }

    @Test
    void what_was_made_although_the_answer_was_500_is_there_once() {
        EngageModel engage = EngageModel.of(2, 1);
        for (int i = 0; i < 150; i++) {
            engage.queue(3000 + i, "VQ " + i);
        }
        try (SyncWorld world = SyncWorld.ofOneClock(engage)) {
            world.cloud.surprises(Surprises.NONE.createsFail(10).listsLag(120_000));
            world.run();
            world.pass(120_000);
            assertThat(world.run().problems()).isEmpty();
            assertThat(queueIds(world)).hasSize(151);
            world.assertInStep();
        }
    }

    @Test
    void a_clash_of_versions_with_an_unknown_code_holds_up_its_own_queue_only() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(4, 3))) {
            world.run();
            List<JsonNode> queues = OrganisationText.all(world.client, QUEUES);
            world.cloud.clash(queues.get(0).path("id").asText(), 6);
            world.cloud.clash(queues.get(1).path("id").asText(), 1);
            for (long dbid = 2000; dbid < 2003; dbid++) {
                EngageModel.Queue queue = world.engage.queues.get(dbid);
                world.engage.queues.put(
                        dbid, new EngageModel.Queue(dbid, queue.number(), queue.alias() + " new", queue.members()));
            }
            assertThat(world.run().problems()).hasSize(1);
            assertThat(world.run().problems()).isEmpty();
            world.assertInStep();
        }
    }

    @Test
    void a_property_that_we_do_not_know_goes_back_as_it_came() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            world.cloud.surprises(Surprises.NONE.queuesHaveAnotherProperty());
            world.run();
            world.engage.queue(2000, "Renamed", 1001L, 1002L);
            assertThat(world.run().problems()).isEmpty();
            assertThat(OrganisationText.all(world.client, QUEUES))
                    .extracting(queue -> queue.path("gradingMethod").asText())
                    .containsExactly("Automatic");
            world.assertInStep();
        }
    }

    @ParameterizedTest
    @CsvSource({"10000", "120000"})
    void a_read_that_is_stale_after_our_own_write_changes_nothing(long lag) {
        try (SyncWorld world = SyncWorld.ofOneClock(EngageModel.of(4, 2))) {
            world.run();
            world.cloud.surprises(Surprises.NONE.readsLag(lag).listsLag(lag));
            world.engage.persons.get(1001L).levels().put("English", 2);
            world.engage.queues.get(2000L).members().remove(1001L);
            world.pass(SyncWorld.HOUR);
            world.run();
            long patches = world.sent("PUT", "/api/v2/users/{id}/routingskills/bulk");
            long changed = world.sent("POST", MEMBERS);
            world.run();
            world.pass(SyncWorld.HOUR);
            world.run();
            assertThat(world.sent("PUT", "/api/v2/users/{id}/routingskills/bulk"))
                    .isEqualTo(patches);
            assertThat(world.sent("POST", MEMBERS)).isEqualTo(changed);
            world.assertInStep();
        }
    }

    @Test
    void members_of_a_new_queue_that_is_not_known_everywhere_come_with_a_later_run() {
        try (SyncWorld world = SyncWorld.ofOneClock(EngageModel.of(130, 1))) {
            world.cloud.surprises(Surprises.NONE.childrenLag(30_000));
            assertThat(world.run().problems()).isNotEmpty();
            // The block is not taken apart for an answer that passes.
            assertThat(world.sent("POST", MEMBERS)).isEqualTo(1);
            assertThat(world.run().problems()).isEmpty();
            world.assertInStep();
        }
    }

    @Test
    void a_name_that_is_held_after_a_deletion_is_given_as_soon_as_it_is_free() {
        try (SyncWorld world = SyncWorld.ofOneClock(EngageModel.of(2, 1))) {
            world.run();
            String held = world.client
                    .request(
                            "POST",
                            QUEUES,
                            JsonNodeFactory.instance.objectNode().put("name", "Wanted name"))
                    .body()
                    .path("id")
                    .asText();
            world.client.request("DELETE", QUEUES + "/" + held, null);
            world.cloud.surprises(Surprises.NONE.namesHeld(120_000));
            world.engage.queue(2000, "Wanted name", 1001L, 1002L);
            world.engage.queue(2001, "Another", 1001L);
            assertThat(world.run().problems()).hasSize(1);
            world.pass(60_000);
            assertThat(world.run().problems()).isEmpty();
            assertThat(queueIds(world)).hasSize(2);
            world.assertInStep();
        }
    }

    @Test
    void proficiency_0_is_a_proficiency() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(2, 1))) {
            for (int level : new int[] {0, 5, 0}) {
                world.engage.persons.get(1001L).levels().put("English", level);
                world.run();
                world.assertInStep();
                world.pass(SyncWorld.HOUR);
                world.run();
                world.assertInStep();
            }
            JsonNode skills = world.client.get("/api/v2/users/" + world.userId(1001) + "/routingskills");
            assertThat(skills.path("entities"))
                    .anyMatch(skill -> skill.path("name").asText().equals("English")
                            && skill.path("proficiency").asDouble(-1) == 0);
        }
    }

    private static List<String> queueIds(SyncWorld world) {
        Set<String> ids = new TreeSet<>();
        OrganisationText.all(world.client, QUEUES)
                .forEach(queue -> ids.add(queue.path("id").asText()));
        return List.copyOf(ids);
    }

    private static Set<String> members(SyncWorld world, String queue) {
        Set<String> ids = new HashSet<>();
        OrganisationText.all(world.client, QUEUES + "/" + queue + "/members?memberBy=user")
                .forEach(member -> ids.add(member.path("id").asText()));
        return ids;
    }
}
