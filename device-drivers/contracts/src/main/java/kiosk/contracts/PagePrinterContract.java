package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Printed;
import kiosk.device.PagePrinter.Sheets;
import kiosk.device.PagePrinter.Uncertain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every A4 printer must do; the class that extends it says how the far end is turned. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
public abstract class PagePrinterContract {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SCANT = Duration.ofSeconds(2);

    private PagePrinterBench bench;
    private PagePrinter printer;

    /** Sets up a far end that works, and a driver. */
    protected abstract PagePrinterBench bench();

    @BeforeEach
    void setUp() {
        bench = bench();
        printer = bench.printer();
    }

    @AfterEach
    void tearDown() {
        printer.close();
        bench.close();
    }

    private static Job job(int pages) {
        return new Job("contract-0001", PlainPdf.ofPages(pages), pages);
    }

    private PagePrinting printing(int pages) {
        return new PagePrinting(printer, job(pages), AMPLE);
    }

    private Outcome print(int pages, Duration patience) throws InterruptedException {
        return printer.print(job(pages), patience, progress -> {});
    }

    private static Fault faultOf(Outcome outcome) {
        return outcome instanceof NotPrinted not ? not.fault() : ((Uncertain) outcome).fault();
    }

    @Test
    void aHealthyPrinterIsOnlineAndNamesItself() {
        Health health = printer.health();
        assertThat(health.state()).isEqualTo(Health.State.ONLINE);
        assertThat(health.nameplate().model()).isNotBlank();
    }

    @Test
    void everySheetIsCountedBeforeTheJobIsCalledPrinted() throws InterruptedException {
        assertThat(print(3, AMPLE)).isEqualTo(new Printed(3));
        assertThat(bench.sheetsOut()).isEqualTo(3);
    }

    @Test
    void oneDocumentAfterAnotherIsPrinted() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(print(1, AMPLE)).isEqualTo(new Printed(1));
        }
    }

    @Test
    void sheetsAreReportedWhileTheJobRuns() throws Exception {
        bench.slowly();
        PagePrinting printing = printing(3);
        assertThat(printing.next()).isInstanceOf(Sheets.class);
        assertThat(printing.outcome()).isEqualTo(new Printed(3));
    }

    @Test
    void paperRunningOutMidJobHoldsItAndRefillingLetsItGoOn() throws Exception {
        bench.leavePaper(1);
        PagePrinting printing = printing(3);
        assertThat(printing.nextHeld().fault().cause()).isEqualTo(Cause.PAPER_OUT);
        assertThat(printer.health().usable()).isFalse();
        bench.refill();
        assertThat(printing.next()).isInstanceOf(Sheets.class);
        assertThat(printing.outcome()).isEqualTo(new Printed(3));
        assertThat(printer.health().usable()).isTrue();
    }

    @Test
    void anEmptyTrayThatNobodyFillsIsNeverCalledPrinted() throws InterruptedException {
        bench.emptyPaper();
        Outcome first = print(1, SCANT);
        assertThat(faultOf(first).cause()).isEqualTo(Cause.PAPER_OUT);
        bench.refill();
        printsAnotherAndKeepsItsWordAbout(first);
    }

    /** What was called not printed must not come out after all; what was called uncertain may. */
    private void printsAnotherAndKeepsItsWordAbout(Outcome first) throws InterruptedException {
        assertThat(print(1, AMPLE)).isEqualTo(new Printed(1));
        assertThat(bench.sheetsOut()).isBetween(1, first instanceof NotPrinted ? 1 : 2);
    }

    @Test
    void runningOutAfterTheFirstSheetWithNobodyToRefillIsUncertain() throws InterruptedException {
        bench.leavePaper(1);
        assertThat(print(2, SCANT))
                .isInstanceOfSatisfying(
                        Uncertain.class,
                        uncertain -> assertThat(uncertain.fault().cause()).isEqualTo(Cause.PAPER_OUT));
    }

    @Test
    void anOpenCoverHoldsTheJobUntilItIsShut() throws Exception {
        bench.openCover();
        PagePrinting printing = printing(1);
        assertThat(printing.nextHeld().fault().cause()).isEqualTo(Cause.COVER_OPEN);
        bench.closeCover();
        assertThat(printing.outcome()).isEqualTo(new Printed(1));
    }

    @Test
    void aPrinterStoppedAtItsPanelRefusesAtOnce() throws InterruptedException {
        bench.stop();
        assertThat(print(1, AMPLE))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.STOPPED));
        assertThat(printer.health().usable()).isFalse();
    }

    @Test
    void somebodyElsesJobIsWaitedFor() throws Exception {
        bench.occupy(true);
        PagePrinting printing = printing(1);
        assertThat(printing.nextHeld().fault().cause()).isEqualTo(Cause.BUSY);
        bench.occupy(false);
        assertThat(printing.outcome()).isEqualTo(new Printed(1));
    }

    @Test
    void aJobAbortedBeforeItsFirstSheetIsNotPrinted() throws InterruptedException {
        bench.abortNext();
        assertThat(print(2, AMPLE)).isInstanceOf(NotPrinted.class);
        assertThat(print(2, AMPLE)).isEqualTo(new Printed(2));
    }

    @Test
    void aJobThatNeverEndsIsUncertainWhenPatienceIsOver() throws InterruptedException {
        bench.swallow();
        long started = System.nanoTime();
        assertThat(print(1, SCANT)).isInstanceOf(Uncertain.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SCANT.plusSeconds(1));
    }

    @Test
    void aPulledCableIsOfflineAndPluggingInHeals() throws InterruptedException {
        bench.unplug();
        assertThat(printer.health().usable()).isFalse();
        assertThat(print(1, SCANT))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.NOT_CONNECTED));
        bench.plugIn();
        assertThat(printer.health().usable()).isTrue();
        assertThat(print(1, AMPLE)).isEqualTo(new Printed(1));
    }

    @Test
    void aCablePulledMidJobAndPutBackDoesNotLoseTheOutcome() throws Exception {
        bench.slowly();
        PagePrinting printing = printing(3);
        printing.next();
        bench.unplug();
        assertThat(printing.nextHeld().fault().cause()).isEqualTo(Cause.NOT_CONNECTED);
        bench.plugIn();
        assertThat(printing.outcome()).isEqualTo(new Printed(3));
    }

    @Test
    void littleTonerStillPrintsAndAsksForAttention() throws InterruptedException {
        bench.tonerLow();
        Health health = printer.health();
        assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
        assertThat(health.fault().orElseThrow().cause()).isEqualTo(Cause.TONER_LOW);
        assertThat(print(1, AMPLE)).isEqualTo(new Printed(1));
    }

    @Test
    void anInterruptCancelsTheJobAndTheNextOneIsPrinted() throws Exception {
        bench.emptyPaper();
        PagePrinting printing = printing(1);
        printing.nextHeld();
        printing.interrupt();
        Outcome outcome = printing.outcome();
        assertThat(faultOf(outcome).cause()).isEqualTo(Cause.STOPPED);
        bench.refill();
        printsAnotherAndKeepsItsWordAbout(outcome);
    }

    @Test
    void healthAnswersWhileAJobIsHeldUp() throws Exception {
        bench.emptyPaper();
        PagePrinting printing = printing(1);
        printing.nextHeld();
        Health seen = Elsewhere.ask(printer::health).get(2, TimeUnit.SECONDS);
        assertThat(seen.fault().orElseThrow().cause()).isEqualTo(Cause.PAPER_OUT);
        bench.refill();
        assertThat(printing.outcome()).isEqualTo(new Printed(1));
    }

    @Test
    void aClosedPrinterSaysSoAndClosingTwiceIsHarmless() throws InterruptedException {
        printer.close();
        printer.close();
        assertThat(printer.health().usable()).isFalse();
        assertThat(print(1, SCANT)).isInstanceOf(NotPrinted.class);
    }
}
