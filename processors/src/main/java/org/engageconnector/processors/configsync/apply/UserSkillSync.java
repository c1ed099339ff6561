package org.engageconnector.processors.configsync.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Confirmed;

/** Skills of a user: one PUT replaces them all, up to 50; what is above follows with PATCH. */
final class UserSkillSync implements ObjectSync {

    private static final int BLOCK = 50;

    private final RunContext run;

    UserSkillSync(RunContext run) {
        this.run = run;
    }

    @Override
    public void apply(Change change) {
        long dbid = change.dbid();
        Confirmed.User user = run.user(dbid);
        if (user == null) {
            return; // it was refused; its skills wait with it
        }
        Map<String, Double> sent = new TreeMap<>();
        run.wanted().users().get(dbid).skills().forEach((name, proficiency) -> {
            if (run.memory().confirmed().skills().containsKey(name)) {
                sent.put(name, proficiency);
            }
        });
        if (sent.equals(user.skills())) {
            return;
        }
        String path = "/api/v2/users/" + user.id() + "/routingskills/bulk";
        List<List<String>> blocks = QueueContent.blocks(new ArrayList<>(sent.keySet()), BLOCK);
        run.memory().put(dbid, user.withSkills(null, run.now()));
        Map<String, Double> confirmed = new TreeMap<>();
        for (int i = 0; i < Math.max(1, blocks.size()); i++) {
            List<String> block = blocks.isEmpty() ? List.of() : blocks.get(i);
            Answer answer = send(i == 0 ? "PUT" : "PATCH", path, block, sent);
            if (!answer.ok()) {
                run.memory().put(dbid, run.user(dbid).withSkills(i == 0 ? user.skills() : confirmed, run.now()));
            }
            Cloud.okOrThrow(i == 0 ? "PUT" : "PATCH", path, answer);
            block.forEach(name -> confirmed.put(name, sent.get(name)));
        }
        run.memory().put(dbid, run.user(dbid).withSkills(confirmed, run.now()));
    }

    private Answer send(String method, String path, List<String> names, Map<String, Double> proficiencies) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            body.addObject()
                    .put("id", run.memory().confirmed().skills().get(name).id())
                    .put("proficiency", proficiencies.get(name));
        }
        return run.cloud().askThroughClashes(method, path, body);
    }
}
