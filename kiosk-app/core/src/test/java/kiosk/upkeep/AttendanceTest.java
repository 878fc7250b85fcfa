package kiosk.upkeep;

import static kiosk.device.DeviceKind.PAGE_PRINTER;
import static kiosk.device.DeviceKind.RECEIPT_PRINTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.device.Health.State;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Kind;
import kiosk.device.Health.Supply.Level;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

/** A look every two seconds becomes changes, minutes and paper in the book. */
class AttendanceTest {
    private static final Health WELL = Health.online(Nameplate.UNKNOWN);
    private static final Fault AWAY = new Fault(Cause.NOT_CONNECTED, "a");

    private final TurnedClock clock = TurnedClock.standing();
    private final MemoryDeviceBook book = new MemoryDeviceBook(clock, new Paper(14_000, 250));
    private final Attendance attendance = new Attendance(book, clock);

    private void look(Health health) {
        attendance.seen(RECEIPT_PRINTER, health);
        clock.turn(Duration.ofSeconds(2));
    }

    private static Health gone(Cause cause, String code) {
        return Health.offline(new Fault(cause, code), Nameplate.UNKNOWN);
    }

    private List<State> states() {
        return book.life(RECEIPT_PRINTER).events().stream()
                .map(DeviceEvent::state)
                .toList();
    }

    @Test
    void onlyWhatChangesIsNotedAndACodeThatWandersIsNoChange() {
        look(gone(Cause.NO_ANSWER, "1"));
        look(gone(Cause.NO_ANSWER, "2"));
        look(gone(Cause.NOT_CONNECTED, "a"));
        look(WELL);
        look(WELL);
        Life life = book.life(RECEIPT_PRINTER);
        assertThat(states()).containsExactly(State.ONLINE, State.OFFLINE, State.OFFLINE);
        assertThat(life.events().get(1))
                .isEqualTo(new DeviceEvent(
                        TurnedClock.MORNING.plusSeconds(4), RECEIPT_PRINTER, State.OFFLINE, Optional.of(AWAY)));
        assertThat(life.of(Tally.RECONNECTS)).isEqualTo(1);
        assertThat(life.of(Tally.JAMS)).isZero();
    }

    @Test
    void paperThatIsFilledInIsNoReconnection() {
        look(gone(Cause.PAPER_OUT, ""));
        look(WELL);
        look(Health.degraded(new Fault(Cause.GARBLED, ""), Nameplate.UNKNOWN));
        look(WELL);
        assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECONNECTS)).isZero();
        look(gone(Cause.SERVICE_MISSING, ""));
        look(WELL);
        assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECONNECTS)).isEqualTo(1);
    }

    @Test
    void aRestartIsNoChangeOfADeviceThatIsAsItWas() {
        look(WELL);
        Attendance restarted = new Attendance(book, clock);
        restarted.seen(RECEIPT_PRINTER, WELL);
        assertThat(states()).containsExactly(State.ONLINE);
        restarted.seen(RECEIPT_PRINTER, gone(Cause.PAPER_JAM, ""));
        assertThat(states()).containsExactly(State.OFFLINE, State.ONLINE);
        assertThat(book.life(RECEIPT_PRINTER).of(Tally.JAMS)).isEqualTo(1);
        Attendance again = new Attendance(book, clock);
        again.seen(RECEIPT_PRINTER, gone(Cause.PAPER_JAM, ""));
        again.seen(PAGE_PRINTER, WELL);
        assertThat(book.life(RECEIPT_PRINTER).of(Tally.JAMS)).isEqualTo(1);
    }

    @Test
    void minutesAreCountedWhileItIsUsableAndSomebodyLooks() {
        for (int i = 0; i < 64; i++) {
            look(WELL);
        }
        look(gone(Cause.NO_ANSWER, ""));
        for (int i = 0; i < 31; i++) {
            look(gone(Cause.NO_ANSWER, ""));
        }
        look(WELL);
        clock.turn(Duration.ofHours(9));
        look(WELL);
        clock.turn(Duration.ofHours(-20));
        look(WELL);
        assertThat(book.life(RECEIPT_PRINTER).of(Tally.MINUTES_ONLINE)).isEqualTo(2);
    }

    @Test
    void theBookForetellsFromTheLevelsThatAreSeenAndTheReceiptsThatWerePrinted() {
        look(WELL.with(List.of(Supply.of(Kind.TONER, Level.LOW), Supply.of(Kind.RECEIPT_ROLL, Level.OK))));
        assertThat(book.life(RECEIPT_PRINTER).printsLeft()).isEmpty();
        book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 10);
        book.count(RECEIPT_PRINTER, Tally.MILLIMETRES_PRINTED, 1_000);
        assertThat(book.life(RECEIPT_PRINTER).printsLeft()).hasValue(130);
        look(WELL.with(List.of(Supply.of(Kind.RECEIPT_ROLL, Level.LOW))));
        look(WELL);
        look(WELL.with(List.of(Supply.of(Kind.RECEIPT_ROLL, Level.LOW))));
        assertThat(book.life(RECEIPT_PRINTER).printsLeft()).hasValue(7);
        assertThat(book.kept(RECEIPT_PRINTER).marks())
                .containsExactly(new PaperMark(0, Level.OK), new PaperMark(1_000, Level.LOW));
    }

    @Test
    void whatAPrinterSaysOfItsSheetsGoesBeforeWhatIsReckoned() {
        attendance.seen(PAGE_PRINTER, WELL.with(List.of(Supply.of(Kind.PAPER, Level.OK))));
        book.count(PAGE_PRINTER, Tally.PAGES_PRINTED, 50);
        assertThat(book.life(PAGE_PRINTER).printsLeft()).hasValue(200);
        attendance.seen(PAGE_PRINTER, paper(OptionalInt.of(40), OptionalInt.empty()));
        assertThat(book.life(PAGE_PRINTER).printsLeft()).hasValue(100);
        attendance.seen(PAGE_PRINTER, paper(OptionalInt.of(40), OptionalInt.of(73)));
        assertThat(book.life(PAGE_PRINTER).printsLeft()).hasValue(73);
        assertThat(book.life(PAGE_PRINTER).tallies()).isEqualTo(Map.of(Tally.PAGES_PRINTED, 50L));
    }

    private static Health paper(OptionalInt percent, OptionalInt pages) {
        return WELL.with(List.of(new Supply(Kind.PAPER, Level.OK, percent, pages)));
    }
}
