package org.engageconnector.processors.configsync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engageconnector.processors.configsync.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** What Engage's objects become (docs/config-sync.md#what-it-becomes). */
class WantedBuilderTest {

    private static final Confirmed NOTHING = new Confirmed(Map.of(), Map.of(), Map.of(), Map.of(), null);
    private static final SyncRules RULES = new SyncRules(101, null, 10);

    @Test
    void aPersonBecomesAUserWithScaledSkills() {
        Wanted.User user = build(RULES, List.of(person(1, "Ann", "Agent", "ann@x.com", true)), Map.of(1L, 7))
                .users()
                .get(1L);
        assertThat(user.name()).isEqualTo("Ann Agent");
        assertThat(user.skills()).isEqualTo(Map.of("French", 3.5));
    }

    @Test
    void levelsAreScaledByTheHighestAndKeptInsideIt() {
        SyncRules hundred = new SyncRules(101, null, 100);
        List<Snapshot.Person> persons = List.of(person(1, "A", "", "a@x", true), person(2, "B", "", "b@x", true));
        Wanted wanted = build(hundred, persons, Map.of(1L, 33, 2L, 250));
        assertThat(wanted.users().get(1L).skills()).isEqualTo(Map.of("French", 1.65));
        assertThat(wanted.users().get(2L).skills()).isEqualTo(Map.of("French", 5.0));
        assertThat(wanted.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("level 250"));
    }

    @Test
    void aPersonWithoutEmailGetsOneOfTheDomainOrIsSkipped() {
        List<Snapshot.Person> silent = List.of(person(1, "Ann", "", "", true));
        assertThat(build(RULES, silent, Map.of()).skipped()).containsExactly(1L);
        assertThat(build(new SyncRules(101, "site.example", 10), silent, Map.of())
                        .users()
                        .get(1L)
                        .email())
                .isEqualTo("user1@site.example");
    }

    @Test
    void aPersonWhoIsSkippedOrSharesAnEmailIsNotSetInactive() {
        Confirmed confirmed = new Confirmed(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        2L, user("old@x"),
                        3L, user("ann@x")),
                null);
        Snapshot snapshot = snapshot(
                List.of(
                        person(1, "A", "", "ann@x", true),
                        person(2, "B", "", "", true),
                        person(3, "C", "", "ANN@x", true)),
                Map.of(),
                List.of());
        Wanted wanted = WantedBuilder.build(snapshot, RULES, confirmed);
        // The person who has the user keeps the e-mail, although another has a lower DBID.
        assertThat(wanted.users()).containsOnlyKeys(3L);
        assertThat(SnapshotDifference.between(wanted, confirmed, RULES).of(ObjectKind.USER))
                .noneMatch(change -> change.action() == Action.DEACTIVATE);
    }

    @Test
    void disabledPersonsAndThoseOutOfScopeAreNotWanted() {
        List<Snapshot.Person> persons = List.of(person(1, "A", "", "a@x", false), person(2, "B", "", "b@x", true));
        assertThat(build(RULES, persons, Map.of()).users()).containsOnlyKeys(2L);
    }

    @Test
    void aQueueIsNamedByAliasThenNumberThenNumberAndSwitch() {
        Wanted wanted = WantedBuilder.build(
                snapshot(
                        List.of(),
                        Map.of(),
                        List.of(
                                new Snapshot.ConfigDn(1, "8001", "Sales", 5, 1, 0),
                                new Snapshot.ConfigDn(2, "8001", "", 5, 2, 0),
                                new Snapshot.ConfigDn(3, "8003", "sales", 5, 2, 0),
                                new Snapshot.ConfigDn(4, "5001", "Desk", 1, 1, 0))),
                RULES,
                NOTHING);
        assertThat(wanted.queues().values().stream().collect(Collectors.toMap(Wanted.Queue::dbid, Wanted.Queue::name)))
                .isEqualTo(Map.of(1L, "Sales", 2L, "8001", 3L, "8003_SIP_B"));
        assertThat(wanted.queues().get(1L).peerId()).isEqualTo("101:1");
        assertThat(wanted.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("virtual queue 8003 of switch SIP_B");
            assertThat(problem.why()).isEqualTo("another queue has the name sales; its own is named 8003_SIP_B");
        });
    }

    @Test
    void theQueueThatHasTheNameKeepsIt() {
        Confirmed confirmed = new Confirmed(
                Map.of(),
                Map.of(),
                Map.of(3L, new Confirmed.Queue("id", "Sales", "", true, true, Set.of(), Set.of(), 0)),
                Map.of(),
                null);
        Wanted wanted = WantedBuilder.build(
                snapshot(
                        List.of(),
                        Map.of(),
                        List.of(
                                new Snapshot.ConfigDn(1, "8001", "Sales", 5, 1, 0),
                                new Snapshot.ConfigDn(3, "8003", "Sales", 5, 2, 0))),
                RULES,
                confirmed);
        assertThat(wanted.queues().get(3L).name()).isEqualTo("Sales");
        assertThat(wanted.queues().get(1L).name()).isEqualTo("8001_SIP_A");
    }

    @Test
    void whatIsInStepMakesAnEmptyPlan() {
        Wanted.User ann = new Wanted.User(1, "Ann", "ann@x", Map.of("French", 2.5));
        Wanted wanted =
                new Wanted("Resources", Set.of("French"), Map.of(), Map.of(), Map.of(1L, ann), Set.of(), List.of());
        Confirmed confirmed = new Confirmed(
                Map.of("French", new Confirmed.Skill("s", true, 0)),
                Map.of(),
                Map.of(),
                Map.of(
                        1L,
                        new Confirmed.User(
                                "u",
                                ann.fingerprint(),
                                "ann@x",
                                true,
                                true,
                                "101:1",
                                Set.of(),
                                Map.of("French", 2.5),
                                "src",
                                0)),
                new Confirmed.Source("src", "Engage Resources", 0));
        assertThat(SnapshotDifference.between(wanted, confirmed, RULES).changes())
                .isEmpty();
    }

    private static Wanted build(SyncRules rules, List<Snapshot.Person> persons, Map<Long, Integer> levels) {
        return WantedBuilder.build(snapshot(persons, levels, List.of()), rules, NOTHING);
    }

    private static Snapshot snapshot(
            List<Snapshot.Person> persons, Map<Long, Integer> levels, List<Snapshot.ConfigDn> dns) {
        Map<Long, Snapshot.Person> byDbid = new TreeMap<>();
        persons.forEach(person -> byDbid.put(person.dbid(), person));
        Map<Long, List<Snapshot.SkillLevel>> skillLevels = levels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        level -> Stream.of(new Snapshot.SkillLevel(9, level.getValue()))
                                .toList()));
        return new Snapshot(
                "Resources",
                byDbid,
                null,
                Set.of(),
                Map.of(),
                Map.of(9L, "French"),
                skillLevels,
                Map.of(1L, "SIP_A", 2L, "SIP_B"),
                dns,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    private static Snapshot.Person person(long dbid, String first, String last, String email, boolean enabled) {
        return new Snapshot.Person(dbid, "e" + dbid, "user" + dbid, first, last, email, 0, enabled);
    }

    private static Confirmed.User user(String email) {
        return new Confirmed.User("u" + email, "", email, true, true, null, Set.of(), Map.of(), null, 0);
    }
}
