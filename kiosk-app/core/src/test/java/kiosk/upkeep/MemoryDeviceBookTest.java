package kiosk.upkeep;

import static kiosk.device.DeviceKind.ID_CARD_READER;
import static kiosk.device.DeviceKind.PAGE_PRINTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.State;
import kiosk.twin.TurnedClock;
import kiosk.upkeep.DeviceBook.Result;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;

class MemoryDeviceBookTest {
    private final TurnedClock clock = TurnedClock.standing();
    private final MemoryDeviceBook book = new MemoryDeviceBook(clock, Paper.USUAL);

    private Hour onlyHour() {
        List<Hour> week = book.life(ID_CARD_READER).week();
        assertThat(week).hasSize(1);
        return week.get(0);
    }

    @Test
    void anHoursMedianIsTrueToWithinAnEighth() {
        Random random = new Random(7);
        long[] took = LongStream.generate(() -> 1 + (long) Math.exp(random.nextDouble() * 11))
                .limit(999)
                .toArray();
        for (long millis : took) {
            book.worked(ID_CARD_READER, Duration.ofMillis(millis), Result.DONE);
        }
        long[] sorted = LongStream.of(took).sorted().toArray();
        Hour hour = onlyHour();
        assertThat(hour.medianMillis()).isCloseTo(sorted[499], within(sorted[499] / 8));
        assertThat(hour.slowestMillis()).isEqualTo(sorted[998]);
        assertThat(hour.works()).isEqualTo(999);
        assertThat(book.kept(ID_CARD_READER).hours().get(0).steps()).hasSizeLessThan(140);
    }

    @Test
    void shortTimesAreTrueToTheMillisecondAndUnknownOnesDoNotCount() {
        book.worked(ID_CARD_READER, Duration.ZERO, Result.FAILED);
        assertThat(onlyHour()).isEqualTo(new Hour(Instant.parse("2026-11-22T01:00:00Z"), 1, 1, 0, 0));
        for (int millis = 1; millis <= 15; millis++) {
            book.worked(ID_CARD_READER, Duration.ofMillis(millis), Result.DONE);
        }
        assertThat(onlyHour()).isEqualTo(new Hour(Instant.parse("2026-11-22T01:00:00Z"), 16, 1, 8, 15));
    }

    @Test
    void aWeekIsShownAndADayMoreIsKept() {
        for (int hour = 0; hour < 300; hour++) {
            book.worked(ID_CARD_READER, Duration.ofMillis(900), Result.DONE);
            clock.turn(Duration.ofHours(1));
        }
        assertThat(book.kept(ID_CARD_READER).hours()).hasSize(8 * 24);
        assertThat(book.life(ID_CARD_READER).week()).hasSize(7 * 24 - 1);
    }

    @Test
    void theNewestEventsAreShownFirstAndOldOnesAreForgotten() {
        for (int i = 0; i < 700; i++) {
            book.note(new DeviceEvent(
                    clock.instant().plusSeconds(i),
                    PAGE_PRINTER,
                    State.DEGRADED,
                    Optional.of(new Fault(Cause.PAPER_LOW, String.valueOf(i)))));
        }
        List<DeviceEvent> shown = book.life(PAGE_PRINTER).events();
        assertThat(shown).hasSize(20);
        assertThat(shown.get(0).fault()).contains(new Fault(Cause.PAPER_LOW, "699"));
        assertThat(book.kept(PAGE_PRINTER).events()).hasSize(500);
        assertThat(book.life(ID_CARD_READER)).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void testsAreKeptForEachSubjectAndTheLastStandsWithItsDevice() {
        TestRecord screen = test(Subject.TOUCH_SCREEN, 0);
        book.record(screen);
        for (int i = 1; i <= 200; i++) {
            book.record(test(Subject.PAGE_PRINTER, i));
        }
        assertThat(book.tests()).hasSize(200).doesNotContain(screen);
        assertThat(book.tests().get(0)).isEqualTo(test(Subject.PAGE_PRINTER, 200));
        assertThat(book.life(PAGE_PRINTER).lastTest()).contains(test(Subject.PAGE_PRINTER, 200));
        assertThat(book.life(ID_CARD_READER).lastTest()).isEmpty();
    }

    private static TestRecord test(Subject subject, long sheets) {
        return new TestRecord(
                TurnedClock.MORNING.plusSeconds(sheets), subject, Verdict.PASSED, "s-0417", Map.of("sheets", sheets));
    }

    @Test
    void aBookGoesOnWhereAnotherEnded() {
        book.count(ID_CARD_READER, Tally.CARDS_READ, 3);
        book.worked(ID_CARD_READER, Duration.ofMillis(900), Result.DONE);
        MemoryDeviceBook next =
                new MemoryDeviceBook(clock, Paper.USUAL, Map.of(ID_CARD_READER, book.kept(ID_CARD_READER)), List.of());
        next.count(ID_CARD_READER, Tally.CARDS_READ, 2);
        next.worked(ID_CARD_READER, Duration.ofMillis(900), Result.DONE);
        assertThat(next.life(ID_CARD_READER).of(Tally.CARDS_READ)).isEqualTo(5);
        assertThat(next.life(ID_CARD_READER).week())
                .singleElement()
                .satisfies(hour -> assertThat(hour.works()).isEqualTo(2));
    }

    @Test
    void aTerminalWithoutPaperInItsSettingsIsRefused() {
        assertThatThrownBy(() -> new Paper(0, 250)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Paper(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
