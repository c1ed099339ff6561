package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.engageconnector.component.journal.JournalModel.Fault;
import org.engageconnector.component.journal.JournalModel.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every reachable state of two instances, one Redis and a few Engage events; the rules are in {@link JournalModel}. */
class JournalModelTest {

    @ParameterizedTest
    @CsvSource({"3, 0", "2, 1"})
    void oneEffectiveOwnerNoStaleCommitNothingLostNothingTwice(int events, int failovers) {
        Walk walk = walk(events, failovers, EnumSet.noneOf(Fault.class));

        assertThat(walk.violation).isNull();
        assertThat(walk.states).as("the walk is not a trivial one").isGreaterThan(10_000);
        assertThat(walk.finished).as("all events handled is reachable").isPositive();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theModelFindsWhatEachRuleIsThereFor(Fault leftOut) {
        assertThat(walk(2, 1, EnumSet.of(leftOut)).violation).isNotNull();
    }

    private record Walk(int states, int finished, String violation) {}

    private static Walk walk(int events, int failovers, Set<Fault> faults) {
        JournalModel model = new JournalModel(events, failovers, faults);
        Set<State> seen = new HashSet<>();
        ArrayDeque<State> open = new ArrayDeque<>();
        open.add(State.START);
        seen.add(State.START);
        int finished = 0;
        while (!open.isEmpty()) {
            State state = open.poll();
            String violation = JournalModel.violation(state);
            if (violation != null) {
                return new Walk(seen.size(), finished, violation + " in " + state);
            }
            if (state.redis().out().length() == events && state.redis().stream().isEmpty()) {
                finished++;
            }
            for (State next : model.next(state)) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return new Walk(seen.size(), finished, null);
    }
}
