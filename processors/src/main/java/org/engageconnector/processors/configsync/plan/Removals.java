package org.engageconnector.processors.configsync.plan;

/** How much was taken away: users set inactive, queues emptied, members removed, user skills removed. */
public record Removals(int users, int queues, int members, int skills) {

    public static final Removals NONE = new Removals(0, 0, 0, 0);

    public Removals plus(Removals other) {
        return new Removals(users + other.users, queues + other.queues, members + other.members, skills + other.skills);
    }

    /** What a plan would take away. */
    public static Removals of(Plan plan, Confirmed confirmed) {
        return plan.changes().stream().map(change -> of(change, confirmed)).reduce(NONE, Removals::plus);
    }

    /** What one change takes away. */
    public static Removals of(Change change, Confirmed confirmed) {
        return switch (change.object()) {
            case USER -> change.action() == Action.DEACTIVATE ? new Removals(1, 0, 0, 0) : NONE;
            case USER_SKILL -> new Removals(0, 0, 0, change.removed().size());
            case MEMBER ->
                new Removals(
                        0, empties(change, confirmed) ? 1 : 0, change.removed().size(), 0);
            default -> NONE;
        };
    }

    private static boolean empties(Change change, Confirmed confirmed) {
        Confirmed.Queue queue = confirmed.queues().get(change.dbid());
        return queue != null
                && change.added().isEmpty()
                && !change.removed().isEmpty()
                && change.removed().size() >= queue.members().size();
    }
}
