package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner;
import kiosk.device.Fault;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.device.ReceiptPrinter;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Evidence;
import kiosk.identity.Pin;
import kiosk.journal.Occurrence;
import kiosk.submission.PageFlaw;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterTest {
    private static final Fault JAM = new Fault(Fault.Cause.PAPER_JAM, "");
    private static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 1);

    private final Counterpart world = new Counterpart();
    private final PortsPerformer performer = world.performer();
    private final List<VisitEvent> meanwhile = new ArrayList<>();
    private final SubmissionId id = SubmissionId.create(world.clock);

    private Optional<VisitEvent> perform(Effect effect) throws InterruptedException {
        return performer.perform(effect, meanwhile::add);
    }

    private void assertAnswer(Effect effect, VisitEvent answer) throws InterruptedException {
        assertThat(perform(effect)).contains(answer);
    }

    @Test
    void aScanTellsItsProgressAndItsEnd() throws InterruptedException {
        world.feeder.laySheet();
        assertThat(perform(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0)))
                .hasValueSatisfying(it ->
                        assertThat(((VisitEvent.PageIn) it).outcome()).isInstanceOf(DocumentScanner.Scanned.class));
        world.feeder.willEnd(new DocumentScanner.Broken(JAM));
        assertAnswer(
                new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0),
                new VisitEvent.PageIn("referral", new DocumentScanner.Broken(JAM)));
        assertThat(meanwhile).containsExactly(new VisitEvent.ScanMoved(0.5), new VisitEvent.ScanMoved(0.5));
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.PAGE_SCANNED, Occurrence.SCAN_FAILED);
    }

    @Test
    void onlyTheFirstSheetOfAScanBeginsAnew() throws InterruptedException {
        for (int before = 0; before < 3; before++) {
            world.feeder.laySheet();
            perform(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, before));
            assertThat(world.feeder.begun()).isEqualTo(1);
        }
    }

    @Test
    void aPageIsLookedOverBeforeTheVisitHasIt() throws InterruptedException {
        world.feeder.laySheet();
        world.pageDesk.willFind(PageFlaw.BLANK);
        assertThat(perform(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_300, 0)))
                .hasValueSatisfying(
                        it -> assertThat(((VisitEvent.PageIn) it).flaws()).containsExactly(PageFlaw.BLANK));
    }

    private Slip slip() {
        return new Slip(
                id,
                NUMBER,
                Optional.empty(),
                Items.FEE.title(),
                "张**",
                TurnedClock.MORNING.atZone(world.clock.getZone()).toLocalDateTime(),
                Items.FEE.result().next(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                1,
                Optional.empty());
    }

    @Test
    void aReceiptIsSaidToBeOutOnlyWhenItIs() throws InterruptedException {
        assertAnswer(new Effect.PrintReceipt(slip()), new VisitEvent.ReceiptPrinted(new ReceiptPrinter.Printed()));
        world.roll.willEnd(new ReceiptPrinter.Uncertain(JAM));
        assertAnswer(new Effect.PrintReceipt(slip()), new VisitEvent.ReceiptPrinted(new ReceiptPrinter.Uncertain(JAM)));
        assertThat(world.roll.out()).hasSize(1);
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.RECEIPT_PRINTED, Occurrence.RECEIPT_FAILED);
    }

    @Test
    void pagesTellEachSheetAndTheirEnd() throws InterruptedException {
        PagePrinter.Job job = new PagePrinter.Job(NUMBER.text(), new byte[1], 2);
        assertAnswer(new Effect.PrintPages(id, job), new VisitEvent.PagesPrinted(new PagePrinter.Printed(2)));
        world.stack.willEnd(new PagePrinter.NotPrinted(JAM));
        assertAnswer(new Effect.PrintSlipPage(slip()), new VisitEvent.PagesPrinted(new PagePrinter.NotPrinted(JAM)));
        assertThat(meanwhile)
                .containsExactly(
                        new VisitEvent.PagesMoved(new PagePrinter.Sheets(1)),
                        new VisitEvent.PagesMoved(new PagePrinter.Sheets(2)));
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.PAGES_PRINTED, Occurrence.PAGES_FAILED);
    }

    @Test
    void aCardLeftBehindIsNotedOnceAndWatchedUntilItIsLifted() throws InterruptedException {
        DeviceKind reader = DeviceKind.ID_CARD_READER;
        world.cards.lay(People.zhangsCard());
        assertAnswer(new Effect.WatchCard(reader, Presence.UNKNOWN), new VisitEvent.CardSeen(Presence.THERE));
        Thread citizen = new Thread(world.cards::lift);
        citizen.start();
        assertAnswer(new Effect.WatchCard(reader, Presence.THERE), new VisitEvent.CardSeen(Presence.GONE));
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.CARD_LEFT_BEHIND);
        assertAnswer(
                new Effect.WatchCard(DeviceKind.SOCIAL_CARD_READER, Presence.UNKNOWN),
                new VisitEvent.CardSeen(Presence.GONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCardSeenLyingIsWatchedOnWhenTheReaderCannotTellForAMomentButNotForEverWhateverTheClockSays(int daysALook) {
        TurnedClock watch = TurnedClock.movingOnBy(Duration.ofDays(daysALook));
        Counter counter = new Counter(world.ports(watch), Counterpart.PATIENCE, Duration.ofMillis(200));
        world.cards.lay(People.zhangsCard());
        world.cards.blind();
        long began = System.nanoTime();
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> counter.watch(new Effect.WatchCard(DeviceKind.ID_CARD_READER, Presence.THERE))))
                .isEqualTo(new VisitEvent.CardSeen(Presence.UNKNOWN));
        assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Test
    void aTouchLetsTheCardThatWasReadLastBeMeantAgain() throws InterruptedException {
        world.cards.blind();
        aCardIsHeard();
        assertThat(perform(new Effect.WelcomeAgain())).isEmpty();
        aCardIsHeard();
    }

    @Test
    void whatATechnicianDidIsKeptWithTheirNumberAlone() throws InterruptedException {
        assertThat(perform(new Effect.NoteTechnician(Occurrence.TECHNICIAN_ENTERED, 1042)))
                .isEmpty();
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.TECHNICIAN_ENTERED);
    }

    @Test
    void aCardIsHeard() throws InterruptedException {
        world.cards.lay(People.zhangsCard());
        assertAnswer(new Effect.ListenForCard(), new VisitEvent.CardLaid(new Evidence.ByIdCard(People.zhangsCard())));
    }

    @Test
    void aPinIsWholeUntilTheCardHasAnsweredAndWipedWhateverItSaid() throws InterruptedException {
        Pin old = new Pin("135790".toCharArray());
        Pin fresh = new Pin("908172".toCharArray());
        world.slot.pinWillEnd(new PinOutcome.Changed());
        assertAnswer(new Effect.ChangePin("1", old, fresh), new VisitEvent.PinAnswered(new PinOutcome.Changed()));
        assertThat(world.slot.changedWithWholePins()).isTrue();
        assertThat(old.wiped() && fresh.wiped()).isTrue();

        world.slot.pinWillEnd(new PinOutcome.Blocked());
        assertAnswer(
                new Effect.ChangePin("1", new Pin("1357".toCharArray()), new Pin("9081".toCharArray())),
                new VisitEvent.PinAnswered(new PinOutcome.Blocked()));
        assertAnswer(new Effect.AskPinTries("1"), new VisitEvent.PinAnswered(new PinOutcome.Blocked()));
        assertThat(world.journal.occurrences())
                .containsExactly(Occurrence.CARD_PIN_CHANGED, Occurrence.CARD_PIN_NOT_CHANGED);
    }

    @Test
    void pinsThatNobodyNeedsAreWiped() throws InterruptedException {
        Pin pin = new Pin("135790".toCharArray());

        assertThat(perform(new Effect.WipePins(List.of(pin)))).isEmpty();
        assertThat(pin.wiped()).isTrue();
    }
}
