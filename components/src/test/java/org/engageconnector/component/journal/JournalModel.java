package org.engageconnector.component.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The journal on paper: append-once, lease and commit as Redis runs them, each script one indivisible step.
 *
 * <p>Events are the digits from 1 and reach both instances in this order. An owner reads a batch, computes from its memory and
 * commits; a commit's answer may get lost, a lease may expire at any moment (that is also a frozen owner), an owner may die,
 * and Redis may once go back to an earlier state of itself. The committed state is the text of all events folded so far, so it
 * must always equal what was put out.
 */
final class JournalModel {

    /** Rules that can be left out, to see that the model needs each of them. */
    enum Fault {
        COMMIT_WITHOUT_TOKEN_CHECK,
        COMMIT_WITHOUT_NUMBER,
        COMMIT_WITHOUT_THE_ONE_BEFORE,
        COMMIT_OF_INPUT_THAT_IS_NOT_NEXT,
        APPEND_WITHOUT_SEEN_MARKS,
        NEW_OWNER_KEEPS_OLD_MEMORY
    }

    /** An instance: its token (0 none), what it holds in memory, the batch it computed, whether the answer got lost. */
    record Instance(int token, String memory, String batch, boolean lost, int appended, int commits, String before) {

        static final Instance FRESH = new Instance(0, "", "", false, 0, 0, "");

        Instance idle() {
            return new Instance(0, "", "", false, appended, 0, "");
        }

        Instance owning(int newToken, String state) {
            return new Instance(newToken, state, "", false, appended, 0, "");
        }

        Instance computed(String read) {
            return new Instance(token, memory, read, false, appended, commits, before);
        }

        Instance unanswered() {
            return new Instance(token, memory, batch, true, appended, commits, before);
        }

        Instance committed() {
            return new Instance(token, memory + batch, "", false, appended, commits + 1, commitId());
        }

        Instance hasAppended(int upTo) {
            return new Instance(token, memory, batch, lost, upTo, commits, before);
        }

        String commitId() {
            return token + "-" + commits;
        }
    }

    /** What Redis holds; {@code accepted} is the highest token that ever committed, {@code stale} a commit below it. */
    record Redis(
            int lease,
            String seen,
            String stream,
            String state,
            String out,
            String commitId,
            int accepted,
            boolean stale) {

        static final Redis EMPTY = new Redis(0, "", "", "", "", "", 0, false);

        Redis leased(int newLease) {
            return new Redis(newLease, seen, stream, state, out, newLease == 0 ? commitId : "", accepted, stale);
        }

        Redis appended(String event) {
            return new Redis(
                    lease,
                    seen.contains(event) ? seen : seen + event,
                    stream + event,
                    state,
                    out,
                    commitId,
                    accepted,
                    stale);
        }

        Redis stepped(Instance by) {
            String left =
                    stream.startsWith(by.batch()) ? stream.substring(by.batch().length()) : stream;
            return new Redis(
                    lease,
                    seen,
                    left,
                    by.memory() + by.batch(),
                    out + by.batch(),
                    by.commitId(),
                    Math.max(accepted, by.token()),
                    stale || by.token() < accepted);
        }
    }

    /** Everything; {@code copy} is what a replica has, {@code failovers} how often it has taken over. */
    record State(Redis redis, Redis copy, int failovers, int tokens, Instance a, Instance b) {

        static final State START = new State(Redis.EMPTY, null, 0, 0, Instance.FRESH, Instance.FRESH);

        State with(boolean first, Instance changed) {
            return new State(redis, copy, failovers, tokens, first ? changed : a, first ? b : changed);
        }

        State with(Redis changed) {
            return new State(changed, copy, failovers, tokens, a, b);
        }

        State copied() {
            return new State(redis, redis, failovers, tokens, a, b);
        }

        /** The replica takes over; both instances notice and append their rings again. */
        State failedOver(Redis withRings) {
            return new State(withRings, null, failovers + 1, tokens, a, b);
        }

        State tokenGiven() {
            return new State(redis, copy, failovers, tokens + 1, a, b);
        }
    }

    private static final int MAX_TOKENS = 3;

    private final int events;
    private final int failovers;
    private final Set<Fault> leftOut;

    /** @param failovers how often Redis may go back in time, 0 or 1 */
    JournalModel(int events, int failovers, Set<Fault> leftOut) {
        this.events = events;
        this.failovers = failovers;
        this.leftOut = leftOut;
    }

    /** What is wrong with a state, {@code null} when nothing is. */
    static String violation(State state) {
        Redis redis = state.redis();
        if (redis.stale()) {
            return "a stale owner committed";
        }
        String kept = redis.out() + redis.stream();
        for (int event = 1; event <= Math.max(state.a().appended(), state.b().appended()); event++) {
            int first = kept.indexOf('0' + event);
            if (first < 0) {
                return "event " + event + " lost";
            }
            if (kept.indexOf('0' + event, first + 1) >= 0) {
                return "event " + event + " twice";
            }
        }
        return redis.state().equals(redis.out()) ? null : "state and output differ";
    }

    /** Every state that one step of anybody leads to. */
    List<State> next(State now) {
        List<State> next = new ArrayList<>();
        if (now.redis().lease() != 0) {
            next.add(now.with(now.redis().leased(0)));
        }
        if (now.failovers() < failovers && now.copy() == null) {
            next.add(now.copied());
        }
        if (now.copy() != null) {
            Redis back = now.copy();
            for (int event = 1; event <= Math.max(now.a().appended(), now.b().appended()); event++) {
                back = appendOnce(back, event);
            }
            next.add(now.failedOver(back));
        }
        act(now, now.a(), true, next);
        act(now, now.b(), false, next);
        return next;
    }

    private void act(State now, Instance me, boolean first, List<State> next) {
        if (me.appended() < events) {
            Redis appended = appendOnce(now.redis(), me.appended() + 1);
            next.add(now.with(appended).with(first, me.hasAppended(me.appended() + 1)));
        }
        if (now.redis().lease() == 0 && now.tokens() < MAX_TOKENS && !me.lost()) {
            int token = now.tokens() + 1;
            boolean keeps = leftOut.contains(Fault.NEW_OWNER_KEEPS_OLD_MEMORY);
            String memory = keeps ? me.memory() : now.redis().state();
            next.add(now.tokenGiven().with(now.redis().leased(token)).with(first, me.owning(token, memory)));
        }
        if (me.token() == 0) {
            return;
        }
        next.add(now.with(first, me.idle()));
        if (me.batch().isEmpty()) {
            String stream = now.redis().stream();
            for (int size = 1; size <= Math.min(2, stream.length()); size++) {
                next.add(now.with(first, me.computed(stream.substring(0, size))));
            }
        } else {
            commit(now, me, first, next);
        }
    }

    private Redis appendOnce(Redis redis, int event) {
        String text = Integer.toString(event);
        boolean marks = !leftOut.contains(Fault.APPEND_WITHOUT_SEEN_MARKS);
        return marks && redis.seen().contains(text) ? redis : redis.appended(text);
    }

    private void commit(State now, Instance me, boolean first, List<State> next) {
        Redis redis = now.redis();
        boolean mine = redis.lease() == me.token() || leftOut.contains(Fault.COMMIT_WITHOUT_TOKEN_CHECK);
        boolean again = redis.commitId().equals(me.commitId()) && !leftOut.contains(Fault.COMMIT_WITHOUT_NUMBER);
        boolean remembered = again
                || redis.commitId().equals(me.before())
                || leftOut.contains(Fault.COMMIT_WITHOUT_THE_ONE_BEFORE)
                || leftOut.contains(Fault.COMMIT_WITHOUT_NUMBER)
                || leftOut.contains(Fault.COMMIT_WITHOUT_TOKEN_CHECK);
        boolean isNext = again
                || redis.stream().startsWith(me.batch())
                || leftOut.contains(Fault.COMMIT_OF_INPUT_THAT_IS_NOT_NEXT)
                || leftOut.contains(Fault.COMMIT_WITHOUT_NUMBER)
                || leftOut.contains(Fault.COMMIT_WITHOUT_TOKEN_CHECK);
        if (!mine || !remembered || !isNext) {
            next.add(now.with(mine ? redis.leased(0) : redis).with(first, me.idle()));
            return;
        }
        State after = again ? now : now.with(redis.stepped(me));
        next.add(after.with(first, me.committed()));
        if (!me.lost()) {
            next.add(after.with(first, me.unanswered()));
        }
    }
}
