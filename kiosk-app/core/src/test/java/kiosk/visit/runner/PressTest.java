package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault;
import kiosk.device.PagePrinter;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;
import kiosk.journal.Occurrence;
import kiosk.platform.Collectable;
import kiosk.submission.Paperwork;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.Slip;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.PaperLedger.Line;
import kiosk.twin.PaperPlatform;
import kiosk.twin.TurnedClock;
import kiosk.visit.Announcer.Left;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

class PressTest {
    private static final Fault JAM = new Fault(Fault.Cause.PAPER_JAM, "");
    private static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 1);

    private final Counterpart world = new Counterpart();
    private final PortsPerformer performer = world.performer();
    private final List<VisitEvent> meanwhile = new ArrayList<>();
    private final SubmissionId id = SubmissionId.create(world.clock);
    private final PagePrinter.Job job = new PagePrinter.Job(NUMBER.text(), new byte[1], 2);

    private Optional<VisitEvent> perform(Effect effect) throws InterruptedException {
        return performer.perform(effect, meanwhile::add);
    }

    private Slip slip(boolean claim) {
        return slip(claim, 1);
    }

    private Slip slip(boolean claim, int copy) {
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
                claim,
                false,
                copy,
                Optional.empty());
    }

    private Line line(Paper paper, Outcome outcome) {
        return new Line(id, paper, Optional.of(outcome));
    }

    @Test
    void whatCameOfEveryPrintIsWrittenDown() throws InterruptedException {
        perform(new Effect.PrintReceipt(slip(false)));
        world.roll.willEnd(new ReceiptPrinter.Uncertain(JAM));
        perform(new Effect.PrintReceipt(slip(false)));
        world.roll.willEnd(new ReceiptPrinter.NotPrinted(JAM));
        perform(new Effect.PrintReceipt(slip(false)));
        perform(new Effect.PrintPages(id, job));
        world.stack.willEnd(new PagePrinter.NotPrinted(JAM));
        perform(new Effect.PrintPages(id, job));
        world.stack.willEnd(new PagePrinter.Uncertain(JAM));
        perform(new Effect.PrintSlipPage(slip(false)));
        assertThat(world.prints.lines())
                .containsExactly(
                        line(Paper.RECEIPT, Outcome.OUT),
                        line(Paper.RECEIPT, Outcome.PERHAPS),
                        line(Paper.RECEIPT, Outcome.NOT_OUT),
                        line(Paper.DOCUMENT, Outcome.OUT),
                        line(Paper.DOCUMENT, Outcome.NOT_OUT),
                        line(Paper.RECEIPT, Outcome.PERHAPS));
    }

    @Test
    void whatCannotBeLaidOutIsNotWrittenDownAsPrinted() {
        world.paperwork.failByABug();
        for (Effect print : List.of(new Effect.PrintReceipt(slip(false)), new Effect.PrintSlipPage(slip(false)))) {
            assertThatIllegalStateException().isThrownBy(() -> perform(print));
        }
        assertThat(world.prints.lines()).isEmpty();
    }

    @Test
    void aClaimIsNoReceiptAndNothingIsOwedForIt() throws InterruptedException {
        perform(new Effect.PrintReceipt(slip(true)));
        assertThat(world.prints.lines()).isEmpty();
        assertThat(world.roll.out()).hasSize(1);
    }

    @Test
    void aDocumentThatCannotBeWrittenDownIsNotPrinted() throws InterruptedException {
        world.prints.fill();
        assertThat(perform(new Effect.PrintPages(id, job)))
                .hasValueSatisfying(it -> assertThat(((VisitEvent.PagesPrinted) it).outcome())
                        .isInstanceOf(PagePrinter.NotPrinted.class));
        assertThat(meanwhile).isEmpty();
        perform(new Effect.PrintReceipt(slip(false)));
        assertThat(world.roll.out()).hasSize(1);
    }

    @Test
    void whatThisTerminalPrintedIsKnownBeforeThePlatformKnowsIt() throws InterruptedException {
        world.platform.keep(new Collectable(id, Items.PROOF.code(), NUMBER));
        perform(new Effect.PrintPages(id, job));
        assertThat(perform(new Effect.FindCollectables(PaperPlatform.SESSION)))
                .contains(new VisitEvent.CollectablesFound(
                        List.of(new Collectable(id, Items.PROOF.code(), NUMBER).printedAtLeast(1))));
    }

    @Test
    void aSecondPrintOfADocumentIsMarkedAndNoted() throws InterruptedException {
        assertThat(perform(new Effect.FetchDocument(id, NUMBER, 2)))
                .hasValueSatisfying(it -> assertThat(((VisitEvent.DocumentFetched) it).document())
                        .get()
                        .isInstanceOfSatisfying(
                                Paperwork.Fit.class,
                                fit -> assertThat(fit.job().name()).endsWith("copy 2")));
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.PRINTED_AGAIN);
    }

    @Test
    void aSecondPrintOfAReceiptIsNotedOnWhateverPaper() throws InterruptedException {
        perform(new Effect.PrintReceipt(slip(false, 2)));
        perform(new Effect.PrintSlipPage(slip(false, 3)));
        assertThat(world.journal.occurrences())
                .containsExactly(
                        Occurrence.PRINTED_AGAIN,
                        Occurrence.RECEIPT_PRINTED,
                        Occurrence.PRINTED_AGAIN,
                        Occurrence.PAGES_PRINTED);
    }

    @Test
    void paperNobodyTookIsInTheJournal() throws InterruptedException {
        assertThat(perform(new Effect.PaperLeft(id))).isEmpty();
        assertThat(world.journal.occurrences()).containsExactly(Occurrence.PAPER_LEFT_BEHIND);
    }

    @Test
    void aCardLeftBehindIsCalledForAtOnceAndUntilNobodyWantsItAnyMore() throws Exception {
        FutureTask<Optional<VisitEvent>> calling = new FutureTask<>(() -> perform(new Effect.Announce(Left.CARD)));
        Thread thread = new Thread(calling);
        thread.start();
        assertThat(world.bell.calls.poll(5, TimeUnit.SECONDS)).isEqualTo(Left.CARD);
        thread.interrupt();
        assertThatThrownBy(() -> calling.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void aReceiptBearsTheCodeThatProvesItOnceTheTerminalCanProve() throws InterruptedException {
        perform(new Effect.PrintReceipt(slip(false)));
        world.slips.endorse();
        perform(new Effect.PrintReceipt(slip(false)));
        assertThat(world.roll.out().get(0).parts()).hasSize(1);
        assertThat(world.roll.out().get(1).parts()).contains(new Receipt.QrCode("OKQ1:" + id));
    }
}
