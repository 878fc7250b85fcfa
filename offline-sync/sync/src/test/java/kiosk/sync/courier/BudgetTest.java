package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Budget budget = new Budget();

    @Test
    void tenMayBeTriedAgainInVainAndThenOneInTwoMinutes() {
        for (int i = 10; i > 0; i--) {
            assertThat(budget.left(0)).isEqualTo(i);
            budget.setsOut(true);
        }
        assertThat(budget.left(0)).isZero();
        assertThat(budget.nextAt(0)).isEqualTo(2 * MINUTE);
        assertThat(budget.left(2 * MINUTE)).isEqualTo(1);
        assertThat(budget.nextAt(2 * MINUTE)).isEqualTo(2 * MINUTE);
    }

    @Test
    void whatSomebodyWaitsForMakesNoDebt() {
        for (int i = 0; i < 100; i++) {
            budget.setsOut(true);
        }
        assertThat(budget.left(2 * MINUTE)).isEqualTo(1);
    }

    @Test
    void whatIsTriedForTheFirstTimeCostsNothing() {
        for (int i = 0; i < 100; i++) {
            budget.setsOut(false);
        }
        assertThat(budget.left(0)).isEqualTo(10);
    }

    @Test
    void whatSucceedsGivesBackWhatItCost() {
        for (int i = 0; i < 100; i++) {
            budget.setsOut(true);
            budget.succeeded(true);
        }
        assertThat(budget.left(0)).isEqualTo(10);
    }

    @Test
    void itNeverGrowsBeyondTenAndBeginsAnewWithTheLine() {
        assertThat(budget.left(10_000 * MINUTE)).isEqualTo(10);
        budget.setsOut(true);
        budget.lineIsBack();
        assertThat(budget.left(10_000 * MINUTE)).isEqualTo(10);
    }
}
