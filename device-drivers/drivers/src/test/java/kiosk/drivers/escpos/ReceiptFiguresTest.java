package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.DeviceSettings;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ReceiptPrinter.Printed;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a receipt of forty lines takes until the printer says that it is out. */
@Tag("bench")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ReceiptFiguresTest {
    private static final int MILLIMETRES_A_SECOND = 150;
    private static final int BAUD = 115200;
    private static final Receipt FORTY_LINES = new Receipt(IntStream.rangeClosed(1, 40)
            .<Part>mapToObj(i -> new Line("第" + i + "行 受理编号 KS-20250101-0007", Size.NORMAL, Align.LEFT))
            .toList());

    @Test
    void aPrinterAsFastAsARealOne() throws Exception {
        beside(new SideBySide("receipt-40-lines", 2, 30), true);
    }

    @Test
    void aPrinterThatTakesNoTime() throws Exception {
        beside(new SideBySide("receipt-40-lines-unpaced", 200, 1000), false);
    }

    private static void beside(SideBySide sides, boolean paced) throws Exception {
        try (ReceiptPrinterEmulator far = emulator(paced);
                ReceiptPrinterEmulator other = emulator(paced);
                ReceiptPrinter printer = driver(far);
                Socket bare = new Socket(host(other), port(other))) {
            bare.setTcpNoDelay(true);
            sides.measure(
                    () -> {
                        far.refill();
                        return SideBySide.timed(() -> print(printer)).nanos();
                    },
                    () -> {
                        other.refill();
                        return SideBySide.timed(() -> write(bare)).nanos();
                    });
        }
    }

    private static ReceiptPrinterEmulator emulator(boolean paced) {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onTcp(0, TicketInk.none());
        if (paced) {
            far.speed(MILLIMETRES_A_SECOND);
            far.wireSpeed(BAUD);
        }
        return far;
    }

    private static String host(ReceiptPrinterEmulator far) {
        return far.address().split(":")[0];
    }

    private static int port(ReceiptPrinterEmulator far) {
        return Integer.parseInt(far.address().split(":")[1]);
    }

    private static ReceiptPrinter driver(ReceiptPrinterEmulator far) {
        return (ReceiptPrinter) new EscPosTcpProvider()
                .open(new DeviceSettings("escpos-tcp", Map.of("host", host(far), "port", String.valueOf(port(far)))));
    }

    private static void print(ReceiptPrinter printer) throws InterruptedException {
        assertThat(printer.print(FORTY_LINES, Duration.ofSeconds(30))).isInstanceOf(Printed.class);
    }

    /** The same bytes, and one question at their end: without it nobody would know when they are on paper. */
    private static void write(Socket bare) throws Exception {
        List<byte[]> pieces = ReceiptEncoder.pieces(FORTY_LINES, Integer.MAX_VALUE);
        bare.getOutputStream()
                .write(ReceiptEncoder.joined(
                        ReceiptEncoder.initialise(), pieces.get(0), ReceiptEncoder.bytes(0x1D, 0x72, 1)));
        assertThat(bare.getInputStream().read()).isNotNegative();
    }
}
