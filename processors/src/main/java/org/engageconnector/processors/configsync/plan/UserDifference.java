package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of the difference that is about users. */
final class UserDifference {

    private final Wanted wanted;
    private final Confirmed confirmed;
    private final SyncRules rules;
    private final Map<Long, Long> takenOver = new TreeMap<>();

    UserDifference(Wanted wanted, Confirmed confirmed, SyncRules rules) {
        this.wanted = wanted;
        this.confirmed = confirmed;
        this.rules = rules;
        Map<String, Long> free = new HashMap<>();
        confirmed.users().forEach((dbid, user) -> {
            if (gone(dbid)) {
                free.put(user.email(), dbid);
            }
        });
        for (Wanted.User user : wanted.users().values()) {
            Long old =
                    confirmed.users().containsKey(user.dbid()) ? null : free.remove(Wanted.User.identity(user.email()));
            if (old != null) {
                takenOver.put(user.dbid(), old);
            }
        }
    }

    /** New person by DBID to the old one with the same e-mail whose user it goes on with. */
    Map<Long, Long> takenOver() {
        return takenOver;
    }

    private boolean gone(long dbid) {
        return !wanted.users().containsKey(dbid) && !wanted.skipped().contains(dbid);
    }

    List<Change> users() {
        List<Change> changes = new ArrayList<>();
        // Leavers first: their e-mails may be wanted by others.
        confirmed.users().forEach((dbid, user) -> {
            if (user.perhapsActive() && gone(dbid) && !takenOver.containsValue(dbid)) {
                changes.add(Change.of(ObjectKind.USER, Action.DEACTIVATE, String.valueOf(dbid), label(dbid)));
            }
        });
        for (Wanted.User user : wanted.users().values()) {
            String key = String.valueOf(user.dbid());
            Confirmed.User known = confirmed.users().get(user.dbid());
            Long old = takenOver.get(user.dbid());
            if (old != null) {
                changes.add(new Change(
                        ObjectKind.USER,
                        Action.TAKE_OVER,
                        key,
                        label(user.dbid()),
                        List.of(String.valueOf(old)),
                        List.of()));
            } else if (known == null) {
                changes.add(Change.of(ObjectKind.USER, Action.CREATE, key, label(user.dbid())));
            } else if (!known.active()) {
                changes.add(Change.of(ObjectKind.USER, Action.ACTIVATE, key, label(user.dbid())));
            } else if (!known.fingerprint().equals(user.fingerprint())
                    || !rules.externalKey(user.dbid()).equals(known.externalKey())) {
                changes.add(Change.of(ObjectKind.USER, Action.UPDATE, key, label(user.dbid())));
            }
        }
        return changes;
    }

    List<Change> skills() {
        List<Change> changes = new ArrayList<>();
        for (Wanted.User user : wanted.users().values()) {
            Confirmed.User known = confirmed.users().get(takenOver.getOrDefault(user.dbid(), user.dbid()));
            Map<String, Double> present = known == null ? Map.of() : known.skills();
            if (user.skills().equals(present)) {
                continue;
            }
            Set<String> removed = new TreeSet<>(present == null ? Set.of() : present.keySet());
            removed.removeAll(user.skills().keySet());
            List<String> set = new ArrayList<>();
            user.skills().forEach((name, proficiency) -> {
                if (present == null || !proficiency.equals(present.get(name))) {
                    set.add(name);
                }
            });
            changes.add(new Change(
                    ObjectKind.USER_SKILL,
                    Action.SET,
                    String.valueOf(user.dbid()),
                    label(user.dbid()),
                    set,
                    List.copyOf(removed)));
        }
        return changes;
    }

    List<Change> primarySources() {
        List<Change> changes = new ArrayList<>();
        String source = confirmed.source() == null ? null : confirmed.source().id();
        for (Wanted.User user : wanted.users().values()) {
            Confirmed.User known = confirmed.users().get(takenOver.getOrDefault(user.dbid(), user.dbid()));
            if (known == null || source == null || !source.equals(known.source())) {
                changes.add(Change.of(
                        ObjectKind.PRIMARY_SOURCE, Action.SET, String.valueOf(user.dbid()), label(user.dbid())));
            }
        }
        return changes;
    }

    private static String label(long dbid) {
        return "person " + dbid;
    }
}
