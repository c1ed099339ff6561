package org.engageconnector.processors.configsync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a plan takes away too much: with what went in the last 24 h, more than 20 % of the users, queues, members or
 * user skills, and more than 5 (docs/config-sync.md#safety-stop). So neither an empty Config DB nor one that melts away
 * empties an organisation.
 */
public final class SafetyStop {

    private static final double SHARE = 0.2;
    private static final int ALWAYS_ALLOWED = 5;

    private SafetyStop() {}

    /**
     * @param recent what was taken away in the last 24 h
     * @return why the plan must not be carried out unasked, or nothing
     */
    public static Optional<String> judge(Plan plan, Confirmed confirmed, Removals recent) {
        Removals planned = Removals.of(plan, confirmed);
        long users = confirmed.users().values().stream()
                .filter(Confirmed.User::active)
                .count();
        long filled = confirmed.queues().values().stream()
                .filter(queue -> !queue.members().isEmpty())
                .count();
        long queues = confirmed.queues().values().stream()
                .filter(queue -> queue.active() || !queue.members().isEmpty())
                .count();
        long members = confirmed.queues().values().stream()
                .mapToLong(queue -> queue.members().size())
                .sum();
        long skills = confirmed.users().values().stream()
                .filter(user -> user.active() && user.skills() != null)
                .mapToLong(user -> user.skills().size())
                .sum();
        List<String> reasons = new ArrayList<>();
        // What went in the last 24 h counts as still there, or the base would melt with it; a queue that was emptied
        // and
        // stays counts once.
        judge(reasons, "set users inactive", planned.users(), recent.users(), users + recent.users());
        judge(reasons, "empty queues", planned.queues(), recent.queues(), Math.max(queues, filled + recent.queues()));
        judge(reasons, "remove queue members", planned.members(), recent.members(), members + recent.members());
        judge(reasons, "remove skills of users", planned.skills(), recent.skills(), skills + recent.skills());
        return reasons.isEmpty() ? Optional.empty() : Optional.of("the plan would " + String.join("; ", reasons));
    }

    private static void judge(List<String> reasons, String what, int planned, int recent, long base) {
        long sum = (long) planned + recent;
        if (planned > 0 && sum > ALWAYS_ALLOWED && sum > SHARE * base) {
            reasons.add(what + ": " + planned + " now and " + recent + " in the last 24 h, of " + base
                    + " (allowed unasked: 20 %)");
        }
    }
}
