package kiosk.drivers.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault;
import kiosk.emulators.serial.Pty;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SerialLineTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration INSTANT = Duration.ofMillis(30);

    private final Pty cable = Pty.open();
    private final SerialLine line = new SerialLine(cable.path(), 57600);

    @AfterEach
    void close() {
        line.close();
        cable.close();
    }

    @Test
    void bytesGoBothWaysAtTheConfiguredSpeed() throws Exception {
        assertThat(line.open()).isTrue();
        assertThat(line.open()).isFalse();
        assertThat(cable.baud()).isEqualTo(57600);
        line.write(ascii("question"), SECOND);
        byte[] got = new byte[100];
        assertThat(cable.read(got, SECOND)).isEqualTo(8);
        cable.write(ascii("answer"));
        assertThat(line.readExactly(3, SECOND)).isEqualTo(ascii("ans"));
        assertThat(line.read(got, SECOND)).isEqualTo(3);
    }

    @Test
    void silenceEndsAtTheDeadlineAndNotMuchLater() throws Exception {
        line.open();
        long start = System.nanoTime();
        assertThat(line.read(new byte[10], Duration.ofMillis(70))).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(70), SECOND);
    }

    @Test
    void tooFewBytesAreAFailureThatSaysHowManyCame() throws Exception {
        line.open();
        cable.write(new byte[7]);
        assertThat(failureOf(() -> line.readExactly(10, INSTANT)))
                .isEqualTo(new Fault(Fault.Cause.NO_ANSWER, "read 7/10"));
    }

    @Test
    void whatCameWhileThePortWasClosedOrBeforeTheDropIsGone() throws Exception {
        cable.write(ascii("stale"));
        line.open();
        assertThat(line.read(new byte[10], INSTANT)).isZero();
        cable.write(ascii("stale"));
        assertThat(line.read(new byte[1], SECOND)).isEqualTo(1);
        line.drop();
        assertThat(line.read(new byte[10], INSTANT)).isZero();
    }

    @Test
    void aPulledCableIsNoticedWhileReadingAndThePortOpensAgainOnceItIsPlugged() throws Exception {
        line.open();
        CompletableFuture<Void> pulled = CompletableFuture.runAsync(
                cable::cableOut, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        assertThat(failureOf(() -> line.read(new byte[10], Duration.ofSeconds(10))))
                .isEqualTo(new Fault(Fault.Cause.NOT_CONNECTED, "hung up"));
        pulled.join();
        assertThat(failureOf(line::open)).isEqualTo(new Fault(Fault.Cause.NOT_CONNECTED, "no such port"));
        assertThat(line.isAlive()).isFalse();
        cable.cableIn();
        assertThat(line.open()).isTrue();
        assertThat(line.isAlive()).isTrue();
        cable.write(ascii("x"));
        assertThat(line.readExactly(1, SECOND)).isEqualTo(ascii("x"));
    }

    @Test
    void aPulledCableIsNoticedWhileWritingAndWhenAsked() throws Exception {
        line.open();
        cable.cableOut();
        assertThat(failureOf(() -> line.write(ascii("x"), SECOND)).cause()).isEqualTo(Fault.Cause.NOT_CONNECTED);
        assertThat(failureOf(() -> line.write(ascii("x"), SECOND)).code()).isEqualTo("closed");
        cable.cableIn();
        line.open();
        cable.cableOut();
        assertThat(line.isAlive()).isFalse();
    }

    @Test
    void aFarEndThatTakesNothingDoesNotBlockTheWriterNorLeaveAThread() throws Exception {
        line.open();
        Fault fault = failureOf(() -> line.write(new byte[300_000], Duration.ofMillis(100)));
        assertThat(fault.cause()).isEqualTo(Fault.Cause.NO_ANSWER);
        assertThat(fault.code()).startsWith("write ").endsWith("/300000");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("serial-write"));
    }

    @Test
    void anInterruptEndsAWait() throws Exception {
        line.open();
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(InterruptedException.class, () -> line.read(new byte[1], SECOND)))
                .isNotNull();
    }

    @Test
    void aPortHeldBySomebodyElseIsBusy() throws Exception {
        line.open();
        try (SerialLine second = new SerialLine(cable.path(), 9600)) {
            assertThat(failureOf(second::open).cause()).isEqualTo(Fault.Cause.BUSY);
        }
    }

    @Test
    void anotherSpeedHoldsFromTheNextOpening() throws Exception {
        line.open();
        line.changeBaud(9600);
        line.open();
        assertThat(cable.baud()).isEqualTo(9600);
    }

    private static Fault failureOf(ThrowingCallable call) {
        return catchThrowableOfType(LineFailure.class, call).fault();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
