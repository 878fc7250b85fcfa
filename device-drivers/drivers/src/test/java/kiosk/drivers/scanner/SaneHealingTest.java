package kiosk.drivers.scanner;

import java.awt.image.BufferedImage;
import java.time.Duration;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers({Tool.SANED, Tool.GCC})
class SaneHealingTest {
    @Test
    void aScannerWhoseServiceWasKilledScansAgain() throws Exception {
        heal(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1800)
    void aScannerWhoseServiceIsKilledTwoHundredTimesScansEachTime() throws Exception {
        heal(200);
    }

    private static void heal(int cycles) throws Exception {
        try (SanedBench bench = new SanedBench();
                DocumentScanner scanner = bench.scanner()) {
            bench.lay(new BufferedImage(62, 88, BufferedImage.TYPE_INT_RGB));
            HealingRun.of("sane-net", cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    bench.stopService();
                }

                @Override
                public void giveBack() {
                    bench.startService();
                }

                @Override
                public boolean works() throws InterruptedException {
                    return scanner.scan(Resolution.DPI_150, Duration.ofSeconds(5), share -> {}) instanceof Scanned;
                }

                @Override
                public boolean isMissed() {
                    return !scanner.health().usable();
                }
            });
        }
    }
}
