package kiosk.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import kiosk.device.Health.Supply.Level;
import org.junit.jupiter.api.Test;

/** A roll of 80 m by the settings, unless the terminal's own life says otherwise. */
class ForecastTest {
    private static final long WHOLE = 80_000;

    private static Forecast after(PaperMark... marks) {
        return new Forecast(List.of(marks), WHOLE);
    }

    private static PaperMark at(long used, Level level) {
        return new PaperMark(used, level);
    }

    @Test
    void withoutAnyWordOfPaperNothingIsSaid() {
        assertThat(after().left(100)).isEmpty();
        assertThat(after(at(0, Level.UNKNOWN)).left(100)).isEmpty();
    }

    @Test
    void theFirstRollIsTakenForAFullOneOfTheSettings() {
        assertThat(after(at(0, Level.OK)).left(30_000)).hasValue(50_000);
    }

    @Test
    void aRollSeenFromRefillToEndSaysWhatARollHolds() {
        Forecast forecast = after(
                at(0, Level.OK),
                at(9_000, Level.OUT),
                at(9_000, Level.OK),
                at(69_000, Level.OUT),
                at(69_000, Level.OK));
        assertThat(forecast.holds()).isEqualTo(60_000);
        assertThat(forecast.left(79_000)).hasValue(50_000);
    }

    @Test
    void theFirstRollMayHaveBeenHalfUsedAndTeachesNothing() {
        assertThat(after(at(0, Level.OK), at(9_000, Level.OUT), at(9_000, Level.OK))
                        .holds())
                .isEqualTo(WHOLE);
    }

    @Test
    void aRollChangedWhileLowWouldHaveServedALittleLonger() {
        Forecast forecast = after(at(0, Level.LOW), at(1_000, Level.OK), at(61_000, Level.LOW), at(62_000, Level.OK));
        assertThat(forecast.holds()).isEqualTo(60_000 + WHOLE / 20);
    }

    @Test
    void fromTheNearEndOnOnlyTheRestCounts() {
        Forecast first = after(at(0, Level.OK), at(20_000, Level.LOW));
        assertThat(first.left(21_000)).hasValue(3_000);
        assertThat(first.left(90_000)).hasValue(0);
        Forecast learned = after(at(0, Level.LOW), at(6_000, Level.OUT), at(6_000, Level.OK), at(70_000, Level.LOW));
        assertThat(learned.left(71_000)).hasValue(5_000);
    }

    @Test
    void anEmptyPrinterPrintsNothing() {
        assertThat(after(at(0, Level.OK), at(20_000, Level.OUT)).left(20_000)).hasValue(0);
    }

    @Test
    void aRollThatWasChangedUnseenIsNotForetold() {
        assertThat(after(at(0, Level.OK)).left(80_000)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aSensorThatFlickersIsNoRefill() {
        Forecast forecast = after(
                at(0, Level.OK),
                at(70_000, Level.LOW),
                at(70_100, Level.OK),
                at(70_200, Level.LOW),
                at(70_300, Level.OK),
                at(70_400, Level.LOW));
        assertThat(forecast.holds()).isEqualTo(WHOLE);
        assertThat(forecast.left(70_500)).hasValue(WHOLE / 20 - 500);
    }

    @Test
    void oneOddRollAmongManyDoesNotMisleadAndOldRollsAreForgotten() {
        PaperMark[] marks = new PaperMark[18];
        long used = 0;
        for (int roll = 0; roll < 9; roll++) {
            marks[2 * roll] = at(used, Level.OK);
            used += roll < 4 ? 20_000 : roll == 6 ? 5_000 : 60_000;
            marks[2 * roll + 1] = at(used, Level.OUT);
        }
        assertThat(after(Arrays.copyOf(marks, 9)).holds()).isEqualTo(20_000);
        assertThat(after(marks).holds()).isEqualTo(60_000);
    }
}
