package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/**
 * Computes {@link Wanted} (docs/config-sync.md#what-it-becomes). What was confirmed only decides who keeps a name or e-mail
 * that two want.
 */
public final class WantedBuilder {

    private WantedBuilder() {}

    public static Wanted build(Snapshot snapshot, SyncRules rules, Confirmed confirmed) {
        WantedUsers users = new WantedUsers(snapshot, rules, confirmed);
        WantedQueues queues = new WantedQueues(snapshot, rules, confirmed, users.users.keySet());
        Set<String> skills = new TreeSet<>(snapshot.skills().values());
        skills.remove("");
        Map<String, String> codes = new TreeMap<>();
        for (Snapshot.WrapUpValue value : snapshot.wrapUpCodes()) {
            if (!value.name().isEmpty()) {
                codes.put(value.name(), value.displayName().isEmpty() ? value.name() : value.displayName());
            }
        }
        List<Problem> problems = new ArrayList<>(users.problems);
        problems.addAll(queues.problems);
        snapshot.emptyGroups().forEach(group -> problems.add(noAgents(group)));
        return new Wanted(snapshot.tenantName(), skills, codes, queues.queues, users.users, users.skipped, problems);
    }

    private static Problem noAgents(String group) {
        return new Problem(
                ObjectKind.USER,
                "agent-group " + group,
                "agent group \"" + group + "\" of ex.config-sync.scope",
                "the tenant has no enabled agent group of that name with an agent in it, so it adds nobody to the scope",
                "correct the name in ex.config-sync.scope (upper and lower case matter), or put agents into the group",
                "next run");
    }
}
