package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.PlainPdf;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Uncertain;
import kiosk.drivers.peers.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A printer that was restarted numbers its jobs anew: our job's number is a clerk's by then. */
@Timeout(20)
class RestartedPrinterTest {
    private static final Job OURS = new Job("KS-20250101-0007", PlainPdf.ofPages(2), 2);
    private static final byte[] THEIRS = PlainPdf.ofPages(2);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final EmulatedIppBench bench = new EmulatedIppBench();
    private final PagePrinter printer = bench.printer();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void tearDown() {
        printer.close();
        bench.close();
    }

    private FutureTask<Outcome> printingWithoutPaper(Duration patience) throws InterruptedException {
        bench.emptyPaper();
        FutureTask<Outcome> printing = new FutureTask<>(() -> printer.print(OURS, patience, told -> held.countDown()));
        new Thread(printing, "printing").start();
        assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
        return printing;
    }

    @Test
    void aClerksJobOfTheSameNumberIsNotTakenForOurs() throws Exception {
        FutureTask<Outcome> printing = printingWithoutPaper(SOON);
        bench.refill();
        bench.far.restartWith("letter", THEIRS);
        assertThat(printing.get(5, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
    }

    @Test
    void aClerksJobOfTheSameNumberIsNotCancelled() throws Exception {
        FutureTask<Outcome> printing = printingWithoutPaper(Duration.ofMinutes(1));
        bench.far.restartWith("letter", THEIRS);
        printer.close();
        assertThat(printing.get(5, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
        bench.refill();
        Patient.until(SOON, () -> bench.far.documents().size() == 1, "the letter to come out");
    }
}
