package org.engageconnector.processors.configsync.apply;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Fingerprint;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Problem;
import org.engageconnector.processors.configsync.plan.Wanted;

/**
 * Changes that Genesys Cloud refused for good: not tried again before their time unless what Engage wants changes, so that an
 * unchanged run sends nothing. Thread-safe.
 */
final class Refusals {

    private record Refusal(String fingerprint, long until, Problem problem) {}

    private static final int MOST_RUNS = 10;

    private final Map<String, Integer> passing = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>();

    void add(Change change, Wanted wanted, long until, Problem problem) {
        refused.put(key(change), new Refusal(fingerprint(change, wanted), until, problem));
    }

    /** True when a change was refused so often, for what should have passed, that it is not tried with every run any more. */
    boolean tooOften(Change change) {
        return passing.merge(key(change), 1, Integer::sum) > MOST_RUNS;
    }

    void clear() {
        passing.clear();
        refused.clear();
    }

    void clear(Change change) {
        passing.remove(key(change));
        refused.remove(key(change));
    }

    /** The problem that still stands in the way of a change. */
    Optional<Problem> of(Change change, Wanted wanted, long now) {
        Refusal refusal = refused.get(key(change));
        return refusal != null && now < refusal.until && refusal.fingerprint.equals(fingerprint(change, wanted))
                ? Optional.of(refusal.problem)
                : Optional.empty();
    }

    private static String key(Change change) {
        return change.object().word() + "/" + change.key();
    }

    private static String fingerprint(Change change, Wanted wanted) {
        String content = "";
        if (change.object() == ObjectKind.USER && wanted.users().containsKey(change.dbid())) {
            content = wanted.users().get(change.dbid()).fingerprint();
        } else if (change.object() == ObjectKind.QUEUE && wanted.queues().containsKey(change.dbid())) {
            content = wanted.queues().get(change.dbid()).fingerprint();
        }
        return Fingerprint.of(change.identity(), change.label(), content);
    }
}
