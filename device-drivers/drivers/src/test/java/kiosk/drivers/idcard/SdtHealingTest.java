package kiosk.drivers.idcard;

import static kiosk.contracts.FictionalCards.ZHANG;

import java.time.Duration;
import kiosk.contracts.Reads;
import kiosk.device.IdCardReader;
import kiosk.device.IdCardReader.Read;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers(Tool.SOCAT)
class SdtHealingTest {
    @Test
    void aReaderPulledAndPluggedIsReadAgain() throws Exception {
        heal(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aReaderPulledAndPluggedTwoHundredTimesIsReadEachTime() throws Exception {
        heal(200);
    }

    private static void heal(int cycles) throws Exception {
        try (SdtBench bench = SdtBench.behindSocat();
                IdCardReader reader = bench.reader()) {
            HealingRun.of("sdt-serial", cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    bench.unplug();
                }

                @Override
                public void giveBack() {
                    bench.plug();
                }

                @Override
                public boolean works() throws InterruptedException {
                    bench.lift();
                    bench.lay(ZHANG);
                    return Reads.bare(reader.read(Duration.ofSeconds(1))).equals(new Read(ZHANG));
                }

                @Override
                public boolean isMissed() {
                    return !reader.health().usable();
                }
            });
        }
    }
}
