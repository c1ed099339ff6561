package org.engageconnector.component.journal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoisonStopTest {

    private static final long MINUTE = 60_000_000_000L;

    private final PoisonStop poison = new PoisonStop();

    @Test
    void twentyRefusalsAMinuteAreSingleBadEvents() {
        for (int i = 0; i < 20; i++) {
            assertThat(poison.mayMove(i, 1, 1)).isTrue();
        }
        assertThat(poison.mayMove(21, 1, 1)).isFalse();
    }

    @Test
    void anAnswerWithManyRefusalsIsJudgedBeforeItIsMoved() {
        assertThat(poison.mayMove(0, 100, 100)).isFalse();
    }

    @Test
    void manyRefusalsAmongMoreGoodEventsAreNoPoison() {
        for (int i = 0; i < 60; i++) {
            assertThat(poison.mayMove(i, 1, 3)).isTrue();
        }
        assertThat(poison.mayMove(60, 33, 100)).isTrue();
    }

    @Test
    void whatWentWellBeforeTheFirstRefusalDoesNotCount() {
        poison.answered(0, 10_000);
        for (int i = 1; i <= 20; i++) {
            assertThat(poison.mayMove(i, 1, 1)).isTrue();
        }
        assertThat(poison.mayMove(21, 1, 1)).isFalse();
    }

    @Test
    void whatGoesWellAfterwardsDoes() {
        assertThat(poison.mayMove(0, 20, 20)).isTrue();
        poison.answered(1, 22);
        assertThat(poison.mayMove(2, 1, 1)).isTrue();
    }

    @Test
    void refusalsOfAnEarlierMinuteDoNotCount() {
        assertThat(poison.mayMove(0, 20, 20)).isTrue();
        assertThat(poison.mayMove(MINUTE - 1, 1, 1)).isFalse();
        assertThat(poison.mayMove(MINUTE, 1, 1)).isTrue();
    }

    @Test
    void followersOfASingleBadEventGoAtOnce() {
        poison.answered(0, 10);
        assertThat(poison.mayMove(0, 1, 1)).isTrue();
        for (int i = 0; i < 40; i++) {
            assertThat(poison.mayFollow(1, 1)).isTrue();
        }
    }

    @Test
    void whenNearlyEverythingIsRefusedFollowersWaitAndNeverMakeMoreThanTwenty() {
        int moved = 0;
        for (int i = 0; i < 60; i++) {
            moved += poison.mayMove(i, 1, 1) ? 1 : 0;
            moved += poison.mayFollow(i, 1) ? 1 : 0;
        }
        assertThat(moved).isLessThanOrEqualTo(20);
        assertThat(poison.mayFollow(2 * MINUTE, 1)).isTrue();
    }
}
