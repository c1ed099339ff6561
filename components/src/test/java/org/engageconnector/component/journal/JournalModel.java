package org.engageconnector.component.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The journal on paper: append-once, lease and commit as Redis runs them, each script one indivisible step.
 *
 * <p>Events are the digits 1 to 3 and reach both instances in this order. An owner reads a batch, computes from its memory and
 * commits; a commit's answer may get lost, a lease may expire at any moment (that is also a frozen owner), an owner may die.
 * The committed state is the text of all events folded so far, so it must always equal what was put out.
 */
final class JournalModel {

    /** Rules that can be left out, to see that the model needs each of them. */
    enum Fault {
        COMMIT_WITHOUT_TOKEN_CHECK,
        COMMIT_WITHOUT_NUMBER,
        APPEND_WITHOUT_SEEN_MARKS,
        NEW_OWNER_KEEPS_OLD_MEMORY
    }

    /** An instance: its token (0 none), what it holds in memory, the batch it computed, whether the answer got lost. */
    record Instance(int token, String memory, String batch, boolean lost, int appended, boolean ring, int commits) {

        static final Instance FRESH = new Instance(0, "", "", false, 0, false, 0);

        Instance owning(int newToken, String state) {
            return new Instance(newToken, state, "", false, appended, ring, 0);
        }

        Instance computed(String read) {
            return new Instance(token, memory, read, false, appended, ring, commits);
        }

        Instance unanswered() {
            return new Instance(token, memory, batch, true, appended, ring, commits);
        }

        Instance committed() {
            return new Instance(token, memory + batch, "", false, appended, ring, commits + 1);
        }

        Instance hasAppended(int upTo, boolean ringUsed) {
            return new Instance(token, memory, batch, lost, upTo, ringUsed, commits);
        }

        String commitId() {
            return token + "-" + commits;
        }
    }

    /** Redis and both instances; {@code accepted} is the highest token that ever committed, {@code stale} a commit below it. */
    record State(
            int lease,
            int tokens,
            String seen,
            String stream,
            String state,
            String out,
            String commitId,
            int accepted,
            boolean stale,
            Instance a,
            Instance b) {

        static final State START = new State(0, 0, "", "", "", "", "", 0, false, Instance.FRESH, Instance.FRESH);

        State with(boolean first, Instance changed) {
            return new State(
                    lease,
                    tokens,
                    seen,
                    stream,
                    state,
                    out,
                    commitId,
                    accepted,
                    stale,
                    first ? changed : a,
                    first ? b : changed);
        }

        State leased(int newLease, int newTokens) {
            return new State(newLease, newTokens, seen, stream, state, out, commitId, accepted, stale, a, b);
        }

        State appended(String event) {
            String marks = seen.contains(event) ? seen : seen + event;
            return new State(lease, tokens, marks, stream + event, state, out, commitId, accepted, stale, a, b);
        }

        State stepped(Instance by) {
            String left =
                    stream.startsWith(by.batch()) ? stream.substring(by.batch().length()) : stream;
            return new State(
                    lease,
                    tokens,
                    seen,
                    left,
                    by.memory() + by.batch(),
                    out + by.batch(),
                    by.commitId(),
                    Math.max(accepted, by.token()),
                    stale || by.token() < accepted,
                    a,
                    b);
        }
    }

    private static final int EVENTS = 3;
    private static final int MAX_TOKENS = 3;

    private final Set<Fault> leftOut;

    JournalModel(Set<Fault> leftOut) {
        this.leftOut = leftOut;
    }

    /** What is wrong with a state, {@code null} when nothing is. */
    static String violation(State state) {
        if (state.stale()) {
            return "a stale owner committed";
        }
        String kept = state.out() + state.stream();
        for (char event : state.seen().toCharArray()) {
            int first = kept.indexOf(event);
            if (first < 0) {
                return "event " + event + " lost";
            }
            if (kept.indexOf(event, first + 1) >= 0) {
                return "event " + event + " twice";
            }
        }
        return state.state().equals(state.out()) ? null : "state and output differ";
    }

    /** Every state that one step of anybody leads to. */
    List<State> next(State now) {
        List<State> next = new ArrayList<>();
        if (now.lease() != 0) {
            next.add(now.leased(0, now.tokens()));
        }
        act(now, now.a(), true, next);
        act(now, now.b(), false, next);
        return next;
    }

    private void act(State now, Instance me, boolean first, List<State> next) {
        append(now, me, first, next);
        if (now.lease() == 0 && now.tokens() < MAX_TOKENS && !me.lost()) {
            int token = now.tokens() + 1;
            boolean keeps = leftOut.contains(Fault.NEW_OWNER_KEEPS_OLD_MEMORY);
            next.add(now.leased(token, token).with(first, me.owning(token, keeps ? me.memory() : now.state())));
        }
        if (me.token() == 0) {
            return;
        }
        next.add(now.with(first, new Instance(0, "", "", false, me.appended(), me.ring(), 0)));
        if (me.batch().isEmpty()) {
            for (int size = 1; size <= Math.min(2, now.stream().length()); size++) {
                next.add(now.with(first, me.computed(now.stream().substring(0, size))));
            }
        } else {
            commit(now, me, first, next);
        }
    }

    private void append(State now, Instance me, boolean first, List<State> next) {
        if (me.appended() < EVENTS) {
            next.add(appendOnce(now, me.appended() + 1).with(first, me.hasAppended(me.appended() + 1, me.ring())));
        }
        if (me.appended() > 0 && !me.ring()) {
            State again = now;
            for (int event = 1; event <= me.appended(); event++) {
                again = appendOnce(again, event);
            }
            next.add(again.with(first, me.hasAppended(me.appended(), true)));
        }
    }

    private State appendOnce(State now, int event) {
        String text = Integer.toString(event);
        boolean marks = !leftOut.contains(Fault.APPEND_WITHOUT_SEEN_MARKS);
        return marks && now.seen().contains(text) ? now : now.appended(text);
    }

    private void commit(State now, Instance me, boolean first, List<State> next) {
        if (now.lease() != me.token() && !leftOut.contains(Fault.COMMIT_WITHOUT_TOKEN_CHECK)) {
            next.add(now.with(first, new Instance(0, "", "", false, me.appended(), me.ring(), 0)));
            return;
        }
        boolean numbered = !leftOut.contains(Fault.COMMIT_WITHOUT_NUMBER);
        State after = numbered && now.commitId().equals(me.commitId()) ? now : now.stepped(me);
        next.add(after.with(first, me.committed()));
        if (!me.lost()) {
            next.add(after.with(first, me.unanswered()));
        }
    }
}
