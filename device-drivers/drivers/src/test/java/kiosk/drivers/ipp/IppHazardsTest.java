package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Supply;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Held;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Printed;
import kiosk.device.PagePrinter.Progress;
import kiosk.device.PagePrinter.Sheets;
import kiosk.device.PagePrinter.Uncertain;
import kiosk.emulators.ipp.Garble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a printer and a network do to a job beyond what every bench can be made to do. */
@Timeout(20)
class IppHazardsTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final EmulatedIppBench bench = new EmulatedIppBench();
    private final PagePrinter printer = bench.printer();

    @AfterEach
    void tearDown() {
        printer.close();
        bench.close();
    }

    private static Job job(int pages) {
        byte[] pdf = ("%PDF-1.4\n" + "<< /Type /Page >>\n".repeat(pages)).getBytes(StandardCharsets.US_ASCII);
        return new Job("KS-20250101-0007", pdf, pages);
    }

    private Outcome print(int pages) throws InterruptedException {
        return printer.print(job(pages), AMPLE, progress -> {});
    }

    @ParameterizedTest
    @EnumSource(Garble.class)
    void spoiltAnswersAreAFaultBoundedInTimeAndSpeakingPlainlyHeals(Garble garble) throws InterruptedException {
        assertThat(printer.health().state()).isEqualTo(Health.State.ONLINE);
        bench.far.garble(garble);
        long started = System.nanoTime();
        Cause cause = switch (garble) {
            case HTML, NOISE, TRUNCATED, NESTED, ENDLESS -> Cause.GARBLED;
            case SILENT -> Cause.NO_ANSWER;
            case LOST -> Cause.NOT_CONNECTED;
        };
        assertThat(printer.health().fault().orElseThrow().cause()).isEqualTo(cause);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(print(1))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(cause));
        bench.far.speakPlainly();
        assertThat(print(1)).isEqualTo(new Printed(1));
    }

    @Test
    void aJobWhoseAnswerIsLostIsFoundAgainAndPrintedOnce() throws InterruptedException {
        bench.far.loseAnswerToNextJob();
        assertThat(print(2)).isEqualTo(new Printed(2));
        assertThat(bench.far.documents()).hasSize(1);
    }

    @Test
    void theDocumentArrivesByteForByte() throws InterruptedException {
        Job job = job(3);
        assertThat(printer.print(job, AMPLE, progress -> {})).isEqualTo(new Printed(3));
        assertThat(bench.far.documents()).containsExactly(job.pdf());
    }

    @Test
    void completedWithTooFewSheetsIsUncertain() throws InterruptedException {
        bench.far.loseSheetsOfNext(1);
        assertThat(print(3))
                .isInstanceOfSatisfying(
                        Uncertain.class,
                        uncertain -> assertThat(uncertain.fault().code()).isEqualTo("completed 2 of 3"));
    }

    @Test
    void aPrinterThatDoesNotCountIsBelievedWhenItSaysCompleted() throws InterruptedException {
        bench.far.countSheets(false);
        assertThat(print(2)).isEqualTo(new Printed(2));
    }

    @Test
    void aPrinterThatDoesNotCountLeavesAnAbortedJobUncertain() throws InterruptedException {
        bench.far.countSheets(false);
        bench.far.abortNextAfter(0);
        assertThat(print(2)).isInstanceOf(Uncertain.class);
    }

    @Test
    void aJobAbortedAfterItsFirstSheetIsUncertain() throws InterruptedException {
        bench.far.abortNextAfter(1);
        assertThat(print(2)).isInstanceOf(Uncertain.class);
    }

    @Test
    void whatIsNoPdfIsNotPrinted() throws InterruptedException {
        Job job = new Job("KS-1", "no document".getBytes(StandardCharsets.US_ASCII), 1);
        assertThat(printer.print(job, AMPLE, progress -> {}))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.MISCONFIGURED));
    }

    @Test
    void aJobCancelledBeforeItsFirstSheetIsNotPrinted() throws InterruptedException {
        bench.far.emptyPaper();
        assertThat(printer.print(job(1), Duration.ofSeconds(1), progress -> {})).isInstanceOf(NotPrinted.class);
    }

    @Test
    void aPowerCutMidJobIsUncertainOnceTheJobIsForgotten() throws Exception {
        bench.slowly();
        CountDownLatch firstSheet = new CountDownLatch(1);
        FutureTask<Outcome> printing = new FutureTask<>(() -> printer.print(job(20), AMPLE, progress -> {
            if (progress instanceof Sheets) {
                firstSheet.countDown();
            }
        }));
        new Thread(printing, "printing").start();
        assertThat(firstSheet.await(10, TimeUnit.SECONDS)).isTrue();
        bench.far.off();
        bench.far.on();
        assertThat(printing.get(10, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
    }

    @Test
    void aPrinterThatIsShutDownTakesNothing() throws InterruptedException {
        bench.far.shutDown(true);
        assertThat(printer.health().usable()).isFalse();
        assertThat(print(1))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.STOPPED));
    }

    @Test
    void aJamIsToldOnceAndItsCureIsTold() throws InterruptedException {
        bench.far.jam(true);
        List<Progress> told = new ArrayList<>();
        Outcome outcome = printer.print(job(1), AMPLE, progress -> {
            told.add(progress);
            bench.far.jam(false);
        });
        assertThat(outcome).isEqualTo(new Printed(1));
        assertThat(told).hasSizeBetween(2, 3);
        assertThat(told.get(0))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.fault().cause()).isEqualTo(Cause.PAPER_JAM));
        assertThat(told.get(told.size() - 1)).isEqualTo(new Sheets(1));
    }

    @Test
    void withoutTonerThePrinterIsOffline() {
        bench.far.toner(0);
        assertThat(printer.health().fault().orElseThrow().cause()).isEqualTo(Cause.TONER_OUT);
        assertThat(printer.health().usable()).isFalse();
    }

    @Test
    void theSheetsInTheTrayAreThePrintersOwnCount() {
        bench.far.leavePaper(20);
        assertThat(printer.health().supplies())
                .contains(new Supply(Supply.Kind.PAPER, Supply.Level.LOW, OptionalInt.of(8), OptionalInt.of(20)));
    }

    @Test
    void theNameplateIsThePrintersOwn() {
        assertThat(printer.health().nameplate())
                .isEqualTo(new Health.Nameplate("OneStop", "Emulated Laser 400", "EMU0001", "1.4.2"));
    }

    @Test
    void anInterruptBeforeThePrinterHasTheJobIsThrown() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> print(1));
        assertThat(bench.far.documents()).isEmpty();
    }

    @Test
    void aJobInterruptedAtThePrinterKeepsTheInterruptSet() throws Exception {
        bench.far.emptyPaper();
        CountDownLatch held = new CountDownLatch(1);
        FutureTask<Boolean> printing = new FutureTask<>(() -> {
            Outcome outcome = printer.print(job(1), AMPLE, progress -> held.countDown());
            return outcome instanceof NotPrinted && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(printing, "printing");
        thread.start();
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        assertThat(printing.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSecondDocumentWaitsForItsTurnNoLongerThanItsPatience() throws Exception {
        bench.far.emptyPaper();
        CountDownLatch held = new CountDownLatch(1);
        FutureTask<Outcome> first = new FutureTask<>(() -> printer.print(job(1), AMPLE, progress -> held.countDown()));
        new Thread(first, "printing").start();
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(printer.print(job(1), Duration.ofMillis(300), progress -> {}))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.BUSY));
        bench.far.refill();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(new Printed(1));
    }

    @Test
    void closingEndsAJobThatIsHeldUp() throws Exception {
        bench.far.emptyPaper();
        CountDownLatch held = new CountDownLatch(1);
        FutureTask<Outcome> printing =
                new FutureTask<>(() -> printer.print(job(1), Duration.ofMinutes(5), progress -> held.countDown()));
        new Thread(printing, "printing").start();
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        printer.close();
        assertThat(printing.get(5, TimeUnit.SECONDS)).isNotInstanceOf(Printed.class);
    }
}
