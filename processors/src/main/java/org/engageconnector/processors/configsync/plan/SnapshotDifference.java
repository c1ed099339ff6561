package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The changes that lead from what was confirmed to what is wanted, in the order in which they must be made. */
public final class SnapshotDifference {

    private final Wanted wanted;
    private final Confirmed confirmed;
    private final SyncRules rules;
    private final List<Change> changes = new ArrayList<>();

    private SnapshotDifference(Wanted wanted, Confirmed confirmed, SyncRules rules) {
        this.wanted = wanted;
        this.confirmed = confirmed;
        this.rules = rules;
    }

    public static Plan between(Wanted wanted, Confirmed confirmed, SyncRules rules) {
        SnapshotDifference difference = new SnapshotDifference(wanted, confirmed, rules);
        difference.skills();
        difference.wrapUpCodes();
        Map<Long, Long> queuesTakenOver = difference.queues();
        difference.links(queuesTakenOver);
        UserDifference users = new UserDifference(wanted, confirmed, rules);
        difference.changes.addAll(users.users());
        difference.changes.addAll(users.skills());
        difference.members(queuesTakenOver, users.takenOver());
        difference.source();
        difference.changes.addAll(users.primarySources());
        return new Plan(difference.changes);
    }

    private void skills() {
        for (String name : wanted.skills()) {
            Confirmed.Skill skill = confirmed.skills().get(name);
            if (skill == null) {
                changes.add(Change.of(ObjectKind.SKILL, Action.CREATE, name, name));
            } else if (!skill.active()) {
                changes.add(Change.of(ObjectKind.SKILL, Action.ACTIVATE, name, name));
            }
        }
        confirmed.skills().forEach((name, skill) -> {
            if (skill.active() && !wanted.skills().contains(name)) {
                changes.add(Change.of(ObjectKind.SKILL, Action.RETIRE, name, name));
            }
        });
    }

    private void wrapUpCodes() {
        wanted.wrapUpCodes().forEach((name, display) -> {
            Confirmed.WrapUpCode code = confirmed.wrapUpCodes().get(name);
            if (code == null) {
                changes.add(Change.of(ObjectKind.WRAPUP_CODE, Action.CREATE, name, display));
            } else if (code.renaming() || !code.name().equals(display)) {
                changes.add(Change.of(ObjectKind.WRAPUP_CODE, Action.UPDATE, name, display));
            } else if (!code.active()) {
                changes.add(Change.of(ObjectKind.WRAPUP_CODE, Action.ACTIVATE, name, display));
            }
        });
        confirmed.wrapUpCodes().forEach((name, code) -> {
            if (code.active() && !wanted.wrapUpCodes().containsKey(name)) {
                changes.add(Change.of(ObjectKind.WRAPUP_CODE, Action.RETIRE, name, code.name()));
            }
        });
    }

    /** Returns which new virtual queue goes on with the queue of which old one. */
    private Map<Long, Long> queues() {
        Map<String, Long> free = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        confirmed.queues().forEach((dbid, queue) -> {
            if (!wanted.queues().containsKey(dbid)) {
                free.put(queue.name(), dbid);
            }
        });
        Map<Long, Long> takenOver = new TreeMap<>();
        for (Wanted.Queue queue : wanted.queues().values()) {
            String key = String.valueOf(queue.dbid());
            Confirmed.Queue known = confirmed.queues().get(queue.dbid());
            if (known == null) {
                Long old = free.remove(queue.name());
                if (old == null) {
                    changes.add(Change.of(ObjectKind.QUEUE, Action.CREATE, key, queue.name()));
                } else {
                    takenOver.put(queue.dbid(), old);
                    changes.add(new Change(
                            ObjectKind.QUEUE,
                            Action.TAKE_OVER,
                            key,
                            queue.name(),
                            List.of(String.valueOf(old)),
                            List.of()));
                }
            } else if (!known.fingerprint().equals(queue.fingerprint())) {
                changes.add(Change.of(ObjectKind.QUEUE, Action.UPDATE, key, queue.name()));
            } else if (!known.active()) {
                changes.add(Change.of(ObjectKind.QUEUE, Action.ACTIVATE, key, queue.name()));
            }
        }
        confirmed.queues().forEach((dbid, queue) -> {
            if (queue.active() && !wanted.queues().containsKey(dbid) && !takenOver.containsValue(dbid)) {
                changes.add(Change.of(ObjectKind.QUEUE, Action.RETIRE, String.valueOf(dbid), queue.name()));
            }
        });
        return takenOver;
    }

    private void links(Map<Long, Long> takenOver) {
        Set<String> codes = wanted.wrapUpCodes().keySet();
        for (Wanted.Queue queue : wanted.queues().values()) {
            Confirmed.Queue known = confirmed.queues().get(takenOver.getOrDefault(queue.dbid(), queue.dbid()));
            Links<String> linked = known == null ? Links.none() : known.codeLinks();
            add(ObjectKind.QUEUE_WRAPUP_CODE, queue.dbid(), queue.name(), linked.missing(codes), linked.surplus(codes));
        }
    }

    private void members(Map<Long, Long> queuesTakenOver, Map<Long, Long> usersTakenOver) {
        Map<Long, Long> renamed = new TreeMap<>();
        usersTakenOver.forEach((dbid, old) -> renamed.put(old, dbid));
        for (Wanted.Queue queue : wanted.queues().values()) {
            Confirmed.Queue known = confirmed.queues().get(queuesTakenOver.getOrDefault(queue.dbid(), queue.dbid()));
            Links<Long> linked =
                    known == null ? Links.none() : known.memberLinks().renamed(renamed);
            Set<Long> gone = linked.surplus(queue.members());
            // A member whose person cannot be synced just now is not one who left.
            gone.removeAll(wanted.skipped());
            add(ObjectKind.MEMBER, queue.dbid(), queue.name(), linked.missing(queue.members()), gone);
        }
        confirmed.queues().forEach((dbid, queue) -> {
            if (!wanted.queues().containsKey(dbid) && !queuesTakenOver.containsValue(dbid)) {
                add(
                        ObjectKind.MEMBER,
                        dbid,
                        queue.name(),
                        Set.of(),
                        queue.memberLinks().renamed(renamed).surplus(Set.of()));
            }
        });
    }

    private void source() {
        if (confirmed.source() == null || !confirmed.source().name().equals(rules.sourceName(wanted.tenantName()))) {
            changes.add(Change.of(
                    ObjectKind.SOURCE, Action.CREATE, wanted.tenantName(), rules.sourceName(wanted.tenantName())));
        }
    }

    private void add(ObjectKind kind, long dbid, String label, Set<?> added, Set<?> removed) {
        if (!added.isEmpty() || !removed.isEmpty()) {
            changes.add(new Change(
                    kind,
                    Action.SET,
                    String.valueOf(dbid),
                    label,
                    added.stream().map(String::valueOf).toList(),
                    removed.stream().map(String::valueOf).toList()));
        }
    }
}
