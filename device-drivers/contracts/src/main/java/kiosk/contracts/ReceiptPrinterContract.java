package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ReceiptPrinter.NotPrinted;
import kiosk.device.ReceiptPrinter.Outcome;
import kiosk.device.ReceiptPrinter.Printed;
import kiosk.device.ReceiptPrinter.Uncertain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every receipt printer must do; the class that extends it says how the far end is turned. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
public abstract class ReceiptPrinterContract {
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SCANT = Duration.ofMillis(1500);

    private ReceiptPrinterBench bench;
    private ReceiptPrinter printer;

    /** Sets up a far end that works, and a driver. */
    protected abstract ReceiptPrinterBench bench();

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

    private Outcome print() throws InterruptedException {
        return printer.print(SampleReceipts.withEverything(), AMPLE);
    }

    private FutureTask<Outcome> printing(Receipt receipt) {
        FutureTask<Outcome> task = new FutureTask<>(() -> printer.print(receipt, AMPLE));
        new Thread(task, "contract-printing").start();
        return task;
    }

    private static void assertNotPrinted(Outcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(cause));
    }

    private static void assertUncertain(Outcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Uncertain.class,
                        uncertain -> assertThat(uncertain.fault().cause()).isEqualTo(cause));
    }

    private Cause offlineBecause() {
        Health health = printer.health();
        assertThat(health.state()).isEqualTo(Health.State.OFFLINE);
        return health.fault().map(Fault::cause).orElseThrow();
    }

    @Test
    void aHealthyPrinterIsOnline() {
        assertThat(printer.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void theReceiptIsCutOffBeforeItIsCalledPrinted() throws InterruptedException {
        assertThat(print()).isEqualTo(new Printed());
        assertThat(bench.tickets()).containsExactly(SampleReceipts.TEXT);
    }

    @Test
    void aCharacterOutsideGbkIsRefusedBeforeAnythingIsPrinted() {
        for (String text : List.of("𠮷野家", "坏\uD800字", "\u001B@", "ok\n")) {
            Receipt receipt = new Receipt(List.of(new Line(text, Size.NORMAL, Align.LEFT)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> printer.print(receipt, AMPLE))
                    .withMessageNotContaining(text);
        }
        assertThat(bench.tickets()).isEmpty();
    }

    @Test
    void withoutPaperNothingIsPrintedAndRefillingHeals() throws InterruptedException {
        bench.emptyPaper();
        assertNotPrinted(print(), Cause.PAPER_OUT);
        assertThat(offlineBecause()).isEqualTo(Cause.PAPER_OUT);
        bench.refill();
        assertThat(print()).isEqualTo(new Printed());
        assertThat(bench.tickets()).hasSize(1);
    }

    @Test
    void paperRunningOutMidReceiptIsUncertainAndTheRestNeverReachesTheNextCitizen() throws InterruptedException {
        bench.leavePaper(30);
        assertUncertain(printer.print(SampleReceipts.ofLines(60), AMPLE), Cause.PAPER_OUT);
        bench.refill();
        assertThat(print()).isEqualTo(new Printed());
        List<String> tickets = bench.tickets();
        assertThat(tickets.get(tickets.size() - 1)).isEqualTo(SampleReceipts.TEXT);
        assertThat(String.join("", tickets)).doesNotContain("第60行");
    }

    @Test
    void paperNearItsEndStillPrintsAndAsksForAttention() throws InterruptedException {
        bench.nearEnd();
        Health health = printer.health();
        assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
        assertThat(health.fault().orElseThrow().cause()).isEqualTo(Cause.PAPER_LOW);
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void anOpenCoverPrintsNothing() throws InterruptedException {
        bench.openCover();
        assertNotPrinted(print(), Cause.COVER_OPEN);
        bench.closeCover();
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aCoverOpenedMidReceiptIsUncertain() throws Exception {
        bench.slowly();
        FutureTask<Outcome> printing = printing(SampleReceipts.ofLines(120));
        bench.awaitFirstLine();
        bench.openCover();
        assertUncertain(printing.get(25, TimeUnit.SECONDS), Cause.COVER_OPEN);
    }

    @Test
    void aStuckKnifeIsSeenAfterTheLastLine() throws InterruptedException {
        assertThat(print()).isEqualTo(new Printed());
        bench.stickCutter();
        assertUncertain(print(), Cause.CUTTER);
        assertThat(offlineBecause()).isEqualTo(Cause.CUTTER);
        bench.freeCutter();
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aPrinterThatTakesAllAndPrintsNothingIsNeverCalledPrinted() throws InterruptedException {
        bench.stall();
        long started = System.nanoTime();
        assertThat(printer.print(SampleReceipts.withEverything(), SCANT)).isNotInstanceOf(Printed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SCANT.plusSeconds(1));
    }

    @Test
    void aSilentPrinterHasNoAnswerAndHealsWhenItSpeaks() throws InterruptedException {
        bench.silent(true);
        assertNotPrinted(printer.print(SampleReceipts.withEverything(), SCANT), Cause.NO_ANSWER);
        assertThat(offlineBecause()).isEqualTo(Cause.NO_ANSWER);
        bench.silent(false);
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aPrinterThatMumblesIsGarbledAndNotPrintedOn() throws InterruptedException {
        bench.garble(true);
        assertNotPrinted(printer.print(SampleReceipts.withEverything(), SCANT), Cause.GARBLED);
        bench.garble(false);
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aPulledCableIsOfflineAndPluggingInHeals() throws InterruptedException {
        assertThat(printer.health().usable()).isTrue();
        bench.unplug();
        assertThat(offlineBecause()).isEqualTo(Cause.NOT_CONNECTED);
        assertNotPrinted(printer.print(SampleReceipts.withEverything(), SCANT), Cause.NOT_CONNECTED);
        bench.plugIn();
        assertThat(printer.health().usable()).isTrue();
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aConnectionThatDiedWhileIdleCostsNoReceipt() throws InterruptedException {
        assertThat(print()).isEqualTo(new Printed());
        bench.unplug();
        bench.plugIn();
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void aCablePulledMidReceiptIsUncertain() throws Exception {
        bench.slowly();
        FutureTask<Outcome> printing = printing(SampleReceipts.ofLines(120));
        bench.awaitFirstLine();
        bench.unplug();
        assertUncertain(printing.get(25, TimeUnit.SECONDS), Cause.NOT_CONNECTED);
    }

    @Test
    void aPrinterRestartedMidReceiptIsUncertainAndPrintsTheNext() throws Exception {
        bench.slowly();
        FutureTask<Outcome> printing = printing(SampleReceipts.ofLines(120));
        bench.awaitFirstLine();
        bench.restart();
        assertThat(printing.get(25, TimeUnit.SECONDS)).isInstanceOf(Uncertain.class);
        assertThat(print()).isEqualTo(new Printed());
    }

    @Test
    void healthAnswersAtOnceWhileAReceiptIsPrinting() throws Exception {
        bench.slowly();
        FutureTask<Outcome> printing = printing(SampleReceipts.ofLines(60));
        bench.awaitFirstLine();
        Health health = Elsewhere.ask(printer::health).get(500, TimeUnit.MILLISECONDS);
        assertThat(health.usable()).isTrue();
        assertThat(printing.get(25, TimeUnit.SECONDS)).isEqualTo(new Printed());
    }

    @Test
    void aClosedPrinterSaysSoAndClosingTwiceIsHarmless() throws InterruptedException {
        printer.close();
        printer.close();
        assertThat(printer.health().usable()).isFalse();
        assertNotPrinted(print(), Cause.NOT_CONNECTED);
    }
}
