package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** From persons to users: e-mail, name, scaled skills. */
final class WantedUsers {

    private static final double MAX_PROFICIENCY = 5.0;

    private final Snapshot snapshot;
    private final SyncRules rules;
    private final Confirmed confirmed;
    final Map<Long, Wanted.User> users = new TreeMap<>();
    final Set<Long> skipped = new HashSet<>();
    final List<Problem> problems = new ArrayList<>();

    WantedUsers(Snapshot snapshot, SyncRules rules, Confirmed confirmed) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.confirmed = confirmed;
        Map<String, Long> owners = new HashMap<>();
        snapshot.persons().values().stream()
                .filter(snapshot::active)
                .sorted(Comparator.comparing((Snapshot.Person person) -> !known(person))
                        .thenComparingLong(Snapshot.Person::dbid))
                .forEach(person -> add(person, owners));
    }

    /** The person whose user already carries the e-mail keeps it when two persons have the same. */
    private boolean known(Snapshot.Person person) {
        Confirmed.User user = confirmed.users().get(person.dbid());
        return user != null && user.active() && user.email().equals(Wanted.User.identity(email(person)));
    }

    private void add(Snapshot.Person person, Map<String, Long> owners) {
        String email = email(person);
        if (email.isEmpty()) {
            skip(
                    person,
                    "the person has no e-mail",
                    "give the person an e-mail in Engage, or set ex.config-sync.email-domain");
            return;
        }
        Long owner = owners.putIfAbsent(Wanted.User.identity(email), person.dbid());
        if (owner != null) {
            skip(
                    person,
                    "person " + owner + " has the same e-mail",
                    "give each of the two persons an e-mail of their own in Engage");
            return;
        }
        users.put(person.dbid(), new Wanted.User(person.dbid(), name(person), email, skills(person)));
    }

    private String email(Snapshot.Person person) {
        if (!person.email().isEmpty()) {
            return person.email();
        }
        boolean domain = rules.emailDomain() != null && !rules.emailDomain().isBlank();
        return domain && !person.userName().isEmpty()
                ? person.userName() + "@" + rules.emailDomain().trim()
                : "";
    }

    private static String name(Snapshot.Person person) {
        String name = (person.firstName() + " " + person.lastName()).trim();
        return name.isEmpty() ? person.userName() : name;
    }

    private Map<String, Double> skills(Snapshot.Person person) {
        Map<String, Double> skills = new TreeMap<>();
        for (Snapshot.SkillLevel level : snapshot.skillLevels().getOrDefault(person.dbid(), List.of())) {
            String name = snapshot.skills().get(level.skillDbid());
            if (name == null || name.isEmpty()) {
                continue;
            }
            if (level.level() < 0 || level.level() > rules.skillLevelMax()) {
                problems.add(new Problem(
                        ObjectKind.USER_SKILL,
                        person.dbid() + "/" + name,
                        what(person),
                        "level " + level.level() + " of skill " + name + " is outside 0 to " + rules.skillLevelMax()
                                + "; the nearest is used",
                        "correct the level in Engage or set ex.config-sync.skill-level-max",
                        "as soon as the level changes"));
            }
            skills.merge(name, proficiency(level.level()), Math::max);
        }
        return skills;
    }

    private double proficiency(int level) {
        int bounded = Math.max(0, Math.min(level, rules.skillLevelMax()));
        return Math.round(bounded * MAX_PROFICIENCY / rules.skillLevelMax() * 100) / 100.0;
    }

    private void skip(Snapshot.Person person, String why, String advice) {
        skipped.add(person.dbid());
        problems.add(new Problem(
                ObjectKind.USER, String.valueOf(person.dbid()), what(person), why, advice, "as soon as it changes"));
    }

    private static String what(Snapshot.Person person) {
        return "person " + person.dbid() + " (employee id " + person.employeeId() + ")";
    }
}
