package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.JsonNode;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Pages;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Routing skills: made when new; left in place when gone, and only unlinked from users. */
final class SkillSync implements ObjectSync {

    private static final String PATH = "/api/v2/routing/skills";

    private final RunContext run;

    SkillSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        String name = change.key();
        if (change.action() == Action.CREATE) {
            run.memory().put(name, new Confirmed.Skill(create(name), true, run.now()));
            return;
        }
        Confirmed.Skill known = run.memory().confirmed().skills().get(name);
        run.memory().put(name, new Confirmed.Skill(known.id(), change.action() == Action.ACTIVATE, known.at()));
    }

    private String create(String name) {
        Answer answer = run.cloud().ask("POST", PATH, ObjectSync.object().put("name", name));
        if (answer.duplicate()) {
            // The filter means "starts with": the whole name is compared here.
            for (JsonNode skill : Pages.all(run.cloud(), PATH + "?name=" + ObjectSync.encoded(name))) {
                if (skill.path("name").asText().equalsIgnoreCase(name)) {
                    return skill.path("id").asText();
                }
            }
            throw Taken.byNobodyListed("POST " + PATH, answer);
        }
        return Cloud.okOrThrow("POST", PATH, answer).body().path("id").asText();
    }
}
