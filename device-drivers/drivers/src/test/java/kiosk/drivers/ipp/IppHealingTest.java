package kiosk.drivers.ipp;

import java.time.Duration;
import java.util.Map;
import kiosk.contracts.PlainPdf;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.Job;
import kiosk.device.PagePrinter.Printed;
import kiosk.drivers.peers.HealingRun;
import kiosk.drivers.peers.IppEvePeer;
import kiosk.drivers.peers.Peers;
import kiosk.drivers.peers.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Peers({Tool.IPPEVEPRINTER, Tool.DBUS})
class IppHealingTest {
    @Test
    void aPrinterSwitchedOffAndOnPrintsAgain() throws Exception {
        heal(2);
    }

    @Test
    @Tag("soak")
    @Timeout(1800)
    void aPrinterSwitchedOffAndOnTwoHundredTimesPrintsEachTime() throws Exception {
        heal(200);
    }

    private static void heal(int cycles) throws Exception {
        try (IppEvePeer far = new IppEvePeer();
                PagePrinter printer = (PagePrinter) new IppPagePrinterProvider()
                        .open(new DeviceSettings("ipp", Map.of("uri", "ipp://" + far.address() + "/ipp/print")))) {
            HealingRun.of("ipp", cycles, new HealingRun.Device() {
                @Override
                public void takeAway() {
                    far.off();
                }

                @Override
                public void giveBack() {
                    far.on();
                }

                @Override
                public boolean works() throws InterruptedException {
                    Job job = new Job("healing", PlainPdf.ofPages(1), 1);
                    return printer.print(job, Duration.ofSeconds(5), progress -> {})
                            .equals(new Printed(1));
                }

                @Override
                public boolean isMissed() {
                    return !printer.health().usable();
                }
            });
        }
    }
}
