package org.engageconnector.processors.configsync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** More than 20 % and more than 5, with what went in the last 24 hours (docs/config-sync.md#safety-stop). */
class SafetyStopTest {

    @Test
    void exactlyTwentyPercentMayGoAndOneMoreMayNot() {
        assertThat(SafetyStop.judge(leavers(20), users(100), Removals.NONE)).isEmpty();
        assertThat(SafetyStop.judge(leavers(21), users(100), Removals.NONE)).isPresent();
    }

    @Test
    void fiveMayAlwaysGo() {
        assertThat(SafetyStop.judge(leavers(5), users(5), Removals.NONE)).isEmpty();
        assertThat(SafetyStop.judge(leavers(6), users(6), Removals.NONE)).isPresent();
    }

    @Test
    void whatWentBeforeCountsBothAsGoneAndAsPartOfTheWhole() {
        Removals recent = new Removals(15, 0, 0, 0);
        assertThat(SafetyStop.judge(leavers(5), users(85), recent)).isEmpty();
        assertThat(SafetyStop.judge(leavers(6), users(85), recent)).isPresent();
    }

    @Test
    void aPlanThatTakesNothingAwayPassesWhateverWentBefore() {
        assertThat(SafetyStop.judge(new Plan(List.of()), users(10), new Removals(90, 9, 9, 9)))
                .isEmpty();
    }

    @Test
    void emptiedQueuesCountWhereAllMembersGo() {
        Map<Long, Confirmed.Queue> queues = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        for (long dbid = 1; dbid <= 20; dbid++) {
            queues.put(dbid, new Confirmed.Queue("q" + dbid, "Q" + dbid, "", true, true, Set.of(1L), Set.of(), 0));
            if (dbid <= 6) {
                changes.add(new Change(
                        ObjectKind.MEMBER, Action.SET, String.valueOf(dbid), "Q" + dbid, List.of(), List.of("1")));
            }
        }
        Confirmed confirmed = new Confirmed(Map.of(), Map.of(), queues, Map.of(), null);
        assertThat(Removals.of(new Plan(changes), confirmed)).isEqualTo(new Removals(0, 6, 6, 0));
        assertThat(SafetyStop.judge(new Plan(changes), confirmed, Removals.NONE).orElseThrow())
                .contains("empty queues: 6 now")
                .contains("remove queue members");
    }

    @Test
    void thePlanIdIsTheSameForTheSameChangesInWhateverOrder() {
        List<Change> changes = new ArrayList<>(leavers(3).changes());
        String id = Plan.idOf(changes);
        Collections.reverse(changes);
        assertThat(Plan.idOf(changes)).isEqualTo(id).hasSize(16);
        assertThat(Plan.idOf(leavers(4).changes())).isNotEqualTo(id);
    }

    private static Plan leavers(int count) {
        return new Plan(LongStream.rangeClosed(1, count)
                .mapToObj(dbid -> Change.of(ObjectKind.USER, Action.DEACTIVATE, String.valueOf(dbid), "person"))
                .toList());
    }

    private static Confirmed users(int count) {
        Map<Long, Confirmed.User> users = LongStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(
                        dbid -> dbid,
                        dbid -> new Confirmed.User(
                                "u" + dbid, "", dbid + "@x", true, true, null, Set.of(), Map.of(), null, 0)));
        return new Confirmed(Map.of(), Map.of(), Map.of(), users, null);
    }
}
