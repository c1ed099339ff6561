package org.engageconnector.app.configsync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** A Config DB in memory that tests change at will. Skill levels are 0 to 10. */
final class EngageModel {

    static final long TENANT = 101;

    /** A person with the levels of skills by name. */
    record Person(long dbid, String name, String email, boolean enabled, Map<String, Integer> levels) {}

    /** A virtual queue with its members. */
    record Queue(long dbid, String number, String alias, Set<Long> members) {}

    final Map<Long, Person> persons = new TreeMap<>();
    final Map<Long, Queue> queues = new TreeMap<>();
    final Set<String> skills = new TreeSet<>();
    final Map<String, String> codes = new TreeMap<>();

    EngageModel person(long dbid, String name, Map<String, Integer> levels) {
        persons.put(dbid, new Person(dbid, name, name + "@example.com", true, new TreeMap<>(levels)));
        return this;
    }

    EngageModel queue(long dbid, String alias, Long... members) {
        queues.put(dbid, new Queue(dbid, String.valueOf(dbid), alias, new TreeSet<>(Set.of(members))));
        return this;
    }

    /** {@code count} agents in {@code queueCount} queues, each with two of three skills. */
    static EngageModel of(int count, int queueCount) {
        EngageModel model = new EngageModel();
        model.skills.addAll(Set.of("English", "French", "Sales"));
        model.codes.putAll(Map.of("Sold", "Sold", "Complaint", "A complaint"));
        for (int i = 1; i <= count; i++) {
            model.person(1000 + i, "agent" + i, Map.of("English", 10, i % 2 == 0 ? "French" : "Sales", 1 + i % 10));
        }
        for (int q = 0; q < queueCount; q++) {
            Set<Long> members = new TreeSet<>();
            for (int i = 1; i <= count; i++) {
                if (i % queueCount == q || (i + 1) % queueCount == q) {
                    members.add(1000L + i);
                }
            }
            model.queue(2000 + q, "Queue" + q, members.toArray(Long[]::new));
        }
        return model;
    }

    /** Says what another model says. */
    void become(EngageModel other) {
        persons.clear();
        persons.putAll(other.persons);
        queues.clear();
        queues.putAll(other.queues);
        skills.clear();
        skills.addAll(other.skills);
        codes.clear();
        codes.putAll(other.codes);
    }

    void disable(long dbid) {
        Person person = persons.get(dbid);
        persons.put(dbid, new Person(dbid, person.name(), person.email(), false, person.levels()));
    }

    void rename(long dbid, String name) {
        Person person = persons.get(dbid);
        persons.put(dbid, new Person(dbid, name, person.email(), person.enabled(), person.levels()));
    }

    /** The same person as Engage sees it after deletion and new creation. */
    void recreate(long old, long dbid) {
        Person person = persons.remove(old);
        persons.put(dbid, new Person(dbid, person.name(), person.email(), true, person.levels()));
        queues.values().forEach(queue -> {
            if (queue.members().remove(old)) {
                queue.members().add(dbid);
            }
        });
    }

    Snapshot snapshot() {
        Map<Long, Snapshot.Person> people = new TreeMap<>();
        Map<Long, List<Snapshot.SkillLevel>> levels = new HashMap<>();
        Map<Long, String> skillNames = new TreeMap<>();
        Map<String, Long> skillDbids = new HashMap<>();
        for (String skill : skills) {
            long dbid = 500 + Math.abs(skill.hashCode() % 100_000);
            skillNames.put(dbid, skill);
            skillDbids.put(skill, dbid);
        }
        persons.values().forEach(person -> {
            people.put(
                    person.dbid(),
                    new Snapshot.Person(
                            person.dbid(),
                            "e" + person.dbid(),
                            person.name(),
                            person.name(),
                            "",
                            person.email(),
                            0,
                            person.enabled()));
            List<Snapshot.SkillLevel> list = new ArrayList<>();
            person.levels().forEach((skill, level) -> {
                if (skillDbids.containsKey(skill)) {
                    list.add(new Snapshot.SkillLevel(skillDbids.get(skill), level));
                }
            });
            levels.put(person.dbid(), list);
        });
        List<Snapshot.ConfigDn> dns = new ArrayList<>();
        Map<Long, Set<Long>> members = new HashMap<>();
        queues.values().forEach(queue -> {
            dns.add(new Snapshot.ConfigDn(queue.dbid(), queue.number(), queue.alias(), 5, 1, 0));
            // As the query does: only members who are enabled.
            Set<Long> enabled = new TreeSet<>(queue.members());
            enabled.removeIf(
                    dbid -> !persons.containsKey(dbid) || !persons.get(dbid).enabled());
            members.put(queue.dbid(), enabled);
        });
        List<Snapshot.WrapUpValue> values = new ArrayList<>();
        codes.forEach((name, display) -> values.add(new Snapshot.WrapUpValue(name.hashCode(), name, display)));
        return new Snapshot(
                "Resources",
                people,
                null,
                Set.of(),
                Map.of(),
                skillNames,
                levels,
                Map.of(1L, "SIP_A"),
                dns,
                members,
                values,
                Map.of("77", "Lunch"),
                Map.of());
    }
}
