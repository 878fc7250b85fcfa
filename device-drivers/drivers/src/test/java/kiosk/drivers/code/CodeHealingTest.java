package kiosk.drivers.code;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import kiosk.device.CodeScanner;
import kiosk.device.CodeScanner.Outcome;
import kiosk.device.CodeScanner.Scanned;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers(Tool.SOCAT)
class CodeHealingTest {
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final long BETWEEN_TWO_SHOWINGS = 150_000_000;

    @Test
    void aScannerPulledAndPluggedReadsAgain() throws Exception {
        heal(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aScannerPulledAndPluggedTwoHundredTimesReadsEachTime() throws Exception {
        heal(200);
    }

    private static void heal(int cycles) throws Exception {
        try (CodeBench bench = CodeBench.behindSocat();
                CodeScanner scanner = bench.scanner()) {
            HealingRun.of("serial-code", cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    bench.unplug();
                }

                @Override
                public void giveBack() {
                    bench.plug();
                }

                @Override
                public boolean works() throws Exception {
                    CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> scanned(scanner));
                    while (!outcome.isDone()) {
                        bench.show("code");
                        LockSupport.parkNanos(BETWEEN_TWO_SHOWINGS);
                    }
                    return outcome.get().equals(new Scanned("code"));
                }

                @Override
                public boolean isMissed() {
                    return !scanner.health().usable();
                }
            });
        }
    }

    private static Outcome scanned(CodeScanner scanner) {
        try {
            return scanner.scan(A_MOMENT);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
