package org.engageconnector.component.journal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitmapBudgetTest {

    private static final long QUARTER = 15L * 60 * 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final BitmapBudget budget = new BitmapBudget(now::get);

    @Test
    void a_server_in_order_has_a_bit_for_every_event() {
        assertThat(IntStream.range(0, 3_000).allMatch(thousands -> budget.allows("run", thousands * 1_000L)))
                .isTrue();
    }

    @Test
    void a_server_that_begins_a_new_run_with_every_event_costs_a_few_bitmaps() {
        long bits = IntStream.range(0, 58_000)
                .filter(run -> budget.allows("run-" + run, 65_535))
                .count();
        assertThat(bits).isEqualTo(BitmapBudget.MOST_RUNS);
    }

    @Test
    void a_server_whose_numbers_jump_costs_a_bounded_number_of_bitmaps() {
        long bits = IntStream.range(0, 58_000)
                .filter(jump -> budget.allows("run", jump * 131_071L))
                .count();
        assertThat(bits).isEqualTo(BitmapBudget.MOST_BITMAPS);
    }

    @Test
    void what_was_not_used_for_a_quarter_of_an_hour_makes_room() {
        IntStream.range(0, 100).forEach(run -> budget.allows("run-" + run, 1));
        assertThat(budget.allows("late", 1)).isFalse();
        now.addAndGet(QUARTER);
        assertThat(budget.allows("late", 1)).isTrue();
    }
}
