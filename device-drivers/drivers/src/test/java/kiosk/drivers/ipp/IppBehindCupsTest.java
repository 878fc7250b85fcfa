package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kiosk.contracts.PagePrinterBench;
import kiosk.contracts.PlainPdf;
import kiosk.device.Fault.Cause;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Held;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.Outcome;
import kiosk.device.PagePrinter.Printed;
import kiosk.device.PagePrinter.Progress;
import kiosk.device.PagePrinter.Uncertain;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The driver on a queue of CUPS before ippeveprinter. A spooler takes every job at once and knows of its printer only what it hears while
 * it passes one on, so not all of the contract can hold; what is said of paper must.
 */
@Peers({Tool.CUPSD, Tool.IPPEVEPRINTER, Tool.DBUS, Tool.SOCAT})
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
class IppBehindCupsTest {
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final PagePrinterBench bench = IppEvePrinterBench.behindCupsd();
    private final PagePrinter printer = bench.printer();

    @AfterEach
    void tearDown() {
        printer.close();
        bench.close();
    }

    private CompletableFuture<Outcome> printing(int pages, Consumer<Progress> watcher) {
        Job job = new Job("KS-20250101-0007", PlainPdf.ofPages(pages), pages);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return printer.print(job, AMPLE, watcher);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void everySheetIsCountedBeforeTheJobIsCalledPrinted() throws Exception {
        assertThat(printing(3, progress -> {}).get(25, TimeUnit.SECONDS)).isEqualTo(new Printed(3));
        assertThat(bench.sheetsOut()).isEqualTo(3);
    }

    @Test
    void paperRunningOutMidJobHoldsItAndRefillingLetsItGoOn() throws Exception {
        bench.leavePaper(1);
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Outcome> printing = printing(3, progress -> {
            if (progress instanceof Held reason && reason.fault().cause() == Cause.PAPER_OUT) {
                held.countDown();
            }
        });
        assertThat(held.await(15, TimeUnit.SECONDS)).isTrue();
        bench.refill();
        assertThat(printing.get(25, TimeUnit.SECONDS)).isEqualTo(new Printed(3));
    }

    /** The spooler counts a sheet as soon as the printer has a document, also where it then gives the document up. */
    @Test
    void aJobThePrinterGaveUpIsUncertain() throws Exception {
        bench.abortNext();
        assertThat(printing(2, progress -> {}).get(25, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
    }
}
