package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Compares the memory with the routing skills that are there. */
final class SkillsSeen {

    private static final String PATH = "/api/v2/routing/skills";

    private final RunContext run;

    SkillsSeen(RunContext run) {
        this.run = run;
    }

    void look() {
        Map<String, String> idByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> ids = new HashSet<>();
        for (JsonNode skill : Pages.all(run.cloud(), PATH)) {
            if (!skill.path("state").asText().equals("deleted")) {
                idByName.put(skill.path("name").asText(), skill.path("id").asText());
                ids.add(skill.path("id").asText());
            }
        }
        Map<String, String> missing = new HashMap<>();
        run.memory().confirmed().skills().forEach((name, skill) -> {
            if (!ids.contains(skill.id())) {
                missing.put(name, skill.id());
            }
        });
        Observation.gone(run, missing, PATH).forEach(this::forget);
        for (String name : run.wanted().skills()) {
            String id = idByName.get(name);
            if (id != null && !run.memory().confirmed().skills().containsKey(name)) {
                run.memory().put(name, new Confirmed.Skill(id, true, run.now()));
            }
        }
    }

    /** With the skill its links to users are gone; they first, or a crash in between would leave them believed. */
    private void forget(String name) {
        run.memory().confirmed().users().forEach((dbid, user) -> {
            if (user.skills() != null && user.skills().containsKey(name)) {
                Map<String, Double> skills = new TreeMap<>(user.skills());
                skills.remove(name);
                run.memory().put(dbid, user.withSkills(skills, user.at()));
            }
        });
        run.memory().forgetSkill(name);
    }
}
