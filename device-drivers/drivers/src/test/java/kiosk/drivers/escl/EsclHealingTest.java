package kiosk.drivers.escl;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.DocumentScanner.Scanned;
import kiosk.drivers.peers.HealingRun;
import kiosk.emulators.scanner.EsclEmulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EsclHealingTest {
    private static final BufferedImage SHEET = new BufferedImage(62, 88, BufferedImage.TYPE_INT_RGB);

    @Test
    void aScannerThatWasSwitchedOffScansAgain() throws Exception {
        heal(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1800)
    void aScannerThatIsSwitchedOffTwoHundredTimesScansEachTime() throws Exception {
        heal(200);
    }

    /** Each time it goes in the middle of a job: a sheet is in, and the job waits for the next. */
    private static void heal(int cycles) throws Exception {
        try (EsclEmulator far = EsclEmulator.on(0);
                EsclScanner scanner = new EsclScanner(URI.create(far.address() + "/"), EsclScanner.Source.FEEDER)) {
            far.pace(Duration.ZERO);
            HealingRun.of("escl", cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    far.stopService();
                }

                @Override
                public void giveBack() {
                    far.startService();
                }

                @Override
                public boolean works() throws InterruptedException {
                    far.removeSheets();
                    far.lay(SHEET);
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
