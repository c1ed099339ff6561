package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.engageconnector.processors.configsync.snapshot.Snapshot;

/** From virtual queues to queues: a name of its own for each, and the members who have a user. */
final class WantedQueues {

    private static final int VIRTUAL_QUEUE = 5;

    private final Snapshot snapshot;
    private final SyncRules rules;
    private final Confirmed confirmed;
    private final Map<String, Long> holders = new HashMap<>();
    final Map<Long, Wanted.Queue> queues = new TreeMap<>();
    final List<Problem> problems = new ArrayList<>();

    WantedQueues(Snapshot snapshot, SyncRules rules, Confirmed confirmed, Set<Long> users) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.confirmed = confirmed;
        confirmed.queues().forEach((dbid, queue) -> holders.put(same(queue.name()), dbid));
        Map<String, Long> owners = new HashMap<>();
        snapshot.dns().stream()
                .filter(dn -> dn.type() == VIRTUAL_QUEUE)
                .sorted(Comparator.comparing((Snapshot.ConfigDn dn) -> !keepsName(dn))
                        .thenComparingLong(Snapshot.ConfigDn::dbid))
                .forEach(dn -> add(dn, owners, users));
    }

    /** Of two virtual queues with one name the one whose queue has it already keeps it. */
    private boolean keepsName(Snapshot.ConfigDn dn) {
        Confirmed.Queue queue = confirmed.queues().get(dn.dbid());
        return queue != null && same(queue.name()).equals(same(plainName(dn)));
    }

    private void add(Snapshot.ConfigDn dn, Map<String, Long> owners, Set<Long> users) {
        String switchName = snapshot.switches().getOrDefault(dn.switchDbid(), String.valueOf(dn.switchDbid()));
        String name = plainName(dn);
        if (heldByAnother(dn) || owners.putIfAbsent(same(name), dn.dbid()) != null) {
            String plain = name;
            name = dn.number() + "_" + switchName;
            Long owner = owners.putIfAbsent(same(name), dn.dbid());
            if (owner != null) {
                report(
                        dn,
                        switchName,
                        "the names " + plain + " and " + name + " are both taken, the latter by virtual queue " + owner,
                        "give it an alias of its own in Engage");
                return;
            }
            report(
                    dn,
                    switchName,
                    "another queue has the name " + plain + "; its own is named " + name,
                    "nothing, or give it an alias of its own in Engage");
        }
        Set<Long> members = new TreeSet<>(snapshot.members().getOrDefault(dn.dbid(), Set.of()));
        members.retainAll(users);
        queues.put(
                dn.dbid(),
                new Wanted.Queue(
                        dn.dbid(),
                        name,
                        "Engage virtual queue " + dn.number() + " of switch " + switchName,
                        rules.externalKey(dn.dbid()),
                        members));
    }

    private void report(Snapshot.ConfigDn dn, String switchName, String why, String advice) {
        problems.add(new Problem(
                ObjectKind.QUEUE,
                String.valueOf(dn.dbid()),
                "virtual queue " + dn.number() + " of switch " + switchName,
                why,
                advice,
                "as soon as the alias changes"));
    }

    /** The queue of a virtual queue that is gone stays and keeps its name; a queue that has another name does not take it. */
    private boolean heldByAnother(Snapshot.ConfigDn dn) {
        if (!confirmed.queues().containsKey(dn.dbid()) || keepsName(dn)) {
            return false;
        }
        Long holder = holders.get(same(plainName(dn)));
        return holder != null && holder != dn.dbid();
    }

    private static String plainName(Snapshot.ConfigDn dn) {
        return dn.name().isEmpty() ? dn.number() : dn.name();
    }

    private static String same(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
