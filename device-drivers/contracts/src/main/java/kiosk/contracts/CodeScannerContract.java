package kiosk.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kiosk.device.CodeScanner;
import kiosk.device.CodeScanner.Broken;
import kiosk.device.CodeScanner.NoCode;
import kiosk.device.CodeScanner.Outcome;
import kiosk.device.CodeScanner.Scanned;
import kiosk.device.CodeScanner.Unusable;
import kiosk.device.Fault;
import kiosk.device.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every code scanner must do, at whatever far end. */
@Timeout(30)
@Execution(ExecutionMode.CONCURRENT)
public abstract class CodeScannerContract {
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofSeconds(10);

    private CodeScannerBench bench;
    private CodeScanner scanner;

    /** A bench with a scanner that is plugged in, and no code before it. */
    protected abstract CodeScannerBench bench();

    @BeforeEach
    final void setUp() {
        bench = bench();
        scanner = bench.scanner();
    }

    @AfterEach
    final void tearDown() {
        scanner.close();
        bench.close();
    }

    /** Scans while the code is held before the scanner again and again, as a citizen does who waits for the beep. */
    private Outcome scanning(Runnable holding) throws InterruptedException, ExecutionException {
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::scanUninterrupted);
        while (!outcome.isDone()) {
            holding.run();
            try {
                return outcome.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                assertThat(outcome).as("held once more").isNotCancelled();
            }
        }
        return outcome.get();
    }

    private Outcome scanUninterrupted() {
        try {
            return scanner.scan(SOON);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aCodeIsRead() throws Exception {
        assertThat(scanning(() -> bench.show("https://example.org/a?b=c&d=e")))
                .isEqualTo(new Scanned("https://example.org/a?b=c&d=e"));
    }

    @Test
    void chineseAndRareCharactersAreReadWhole() throws Exception {
        assertThat(scanning(() -> bench.show("张测试𠅤;取件码 0001"))).isEqualTo(new Scanned("张测试𠅤;取件码 0001"));
    }

    @Test
    void theLargestQrCodeIsReadWhole() throws Exception {
        String largest = "0123456789".repeat(295) + "abc";
        assertThat(scanning(() -> bench.show(largest))).isEqualTo(new Scanned(largest));
    }

    @Test
    void tenKilobytesAreUnusableAndTheNextCodeIsReadAgain() throws Exception {
        assertThat(scanning(() -> bench.show("x".repeat(10_000)))).isEqualTo(new Unusable());
        assertThat(scanning(() -> bench.show("next"))).isEqualTo(new Scanned("next"));
    }

    @Test
    void whatIsNoTextIsUnusable() throws Exception {
        byte[] noText = {'a', (byte) 0xFF, (byte) 0xFF, 'b'};
        assertThat(scanning(() -> bench.showBytes(noText))).isEqualTo(new Unusable());
    }

    @Test
    void aCodeOfTheLastCitizenIsNotReadForTheNext() throws Exception {
        assertThat(scanning(() -> bench.show("first"))).isEqualTo(new Scanned("first"));
        bench.show("last citizen");
        assertThat(scanner.scan(AT_ONCE)).isEqualTo(new NoCode());
        assertThat(scanning(() -> bench.show("next"))).isEqualTo(new Scanned("next"));
    }

    @Test
    void noCodeIsSaidWhenThePatienceEnds() throws Exception {
        long start = System.nanoTime();
        assertThat(scanner.scan(AT_ONCE)).isEqualTo(new NoCode());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(AT_ONCE, AT_ONCE.plusSeconds(1));
    }

    @Test
    void aPulledCableIsNoticedWhileWaitingAndHealsWhenItIsPlugged() throws Exception {
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::scanUninterrupted);
        bench.unplug();
        assertThat(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.fault().cause()).isEqualTo(Fault.Cause.NOT_CONNECTED));
        assertThat(scanner.health().fault()).map(Fault::cause).contains(Fault.Cause.NOT_CONNECTED);

        bench.plug();
        assertThat(scanning(() -> bench.show("again"))).isEqualTo(new Scanned("again"));
        assertThat(scanner.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void interruptingEndsTheWaitEarlyAndLeavesTheScannerUsable() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            assertThatThrownBy(() -> scanner.scan(Duration.ofMinutes(5))).isInstanceOf(InterruptedException.class);
            ended.countDown();
        });
        waiting.start();
        waiting.interrupt();

        assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(scanning(() -> bench.show("free"))).isEqualTo(new Scanned("free"));
    }

    @Test
    void closingEndsAWaitAndEveryLaterCallIsOffline() throws Exception {
        CompletableFuture<Outcome> outcome = Elsewhere.ask(this::scanUninterrupted);
        scanner.close();
        scanner.close();

        assertThat(outcome.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isInstanceOf(Broken.class);
        assertThat(scanner.scan(AT_ONCE)).isInstanceOf(Broken.class);
        assertThat(scanner.health().usable()).isFalse();
    }
}
