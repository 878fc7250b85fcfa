package kiosk.drivers.escpos;

import java.time.Duration;
import kiosk.contracts.SampleReceipts;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ReceiptPrinter.Printed;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers(Tool.SOCAT)
class EscPosHealingTest {
    @Test
    void aPrinterPulledAndPluggedPrintsAgain() throws Exception {
        heal("escpos-serial", 2, EmulatedReceiptBench.onSerialBehindSocat());
        heal("escpos-tcp", 2, EmulatedReceiptBench.onTcpBehindSocat());
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aSerialPrinterPulledAndPluggedTwoHundredTimesPrintsEachTime() throws Exception {
        heal("escpos-serial", 200, EmulatedReceiptBench.onSerialBehindSocat());
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void aNetworkPrinterResetTwoHundredTimesPrintsEachTime() throws Exception {
        heal("escpos-tcp", 200, EmulatedReceiptBench.onTcpBehindSocat());
    }

    private static void heal(String kind, int cycles, EmulatedReceiptBench bench) throws Exception {
        try (bench;
                ReceiptPrinter printer = bench.printer()) {
            HealingRun.of(kind, cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    bench.unplug();
                }

                @Override
                public void giveBack() {
                    bench.plugIn();
                }

                @Override
                public boolean works() throws InterruptedException {
                    return printer.print(SampleReceipts.ofLines(3), Duration.ofSeconds(3))
                            .equals(new Printed());
                }

                @Override
                public boolean isMissed() {
                    return !printer.health().usable();
                }
            });
        }
    }
}
