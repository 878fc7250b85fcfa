package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.FutureTask;
import kiosk.device.DeviceSettings;
import kiosk.device.Fault.Cause;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Size;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ReceiptPrinter.NotPrinted;
import kiosk.device.ReceiptPrinter.Outcome;
import kiosk.device.ReceiptPrinter.Printed;
import kiosk.device.ReceiptPrinter.Uncertain;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;
import kiosk.emulators.escpos.TicketInk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first receipt of a driver, which does not know what whoever printed before it left hanging out. */
@Timeout(20)
class FirstReceiptTest {
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private final ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
    private final ReceiptPrinter printer = driver();

    private ReceiptPrinter driver() {
        return (ReceiptPrinter)
                new EscPosSerialProvider().open(new DeviceSettings("escpos-serial", Map.of("port", far.address())));
    }

    @AfterEach
    void tearDown() {
        printer.close();
        far.close();
    }

    private static Receipt lines(int count) {
        return new Receipt(Collections.nCopies(count, new Line("受理编号", Size.NORMAL, Align.LEFT)));
    }

    @Test
    void whatADriverThatIsGoneLeftHangingIsCutOffBeforeTheNextCitizensReceipt() throws Exception {
        far.speed(150);
        FutureTask<Outcome> half = new FutureTask<>(() -> printer.print(lines(200), AMPLE));
        new Thread(half, "printing").start();
        assertThat(far.awaitLine(AMPLE)).isTrue();
        far.cableOut();
        far.speed(0);
        assertThat(half.get()).isInstanceOf(Uncertain.class);
        printer.close();
        assertThat(far.hanging()).isNotEmpty();
        far.cableIn();
        try (ReceiptPrinter afterARestart = driver()) {
            assertThat(afterARestart.print(lines(2), AMPLE)).isEqualTo(new Printed());
        }
        assertThat(far.tickets()).last().extracting(Ticket::text).isEqualTo("受理编号\n受理编号\n");
    }

    @Test
    void onlyTheFirstReceiptOfADriverCostsAStripOfPaper() throws InterruptedException {
        assertThat(printer.print(lines(1), AMPLE)).isEqualTo(new Printed());
        assertThat(printer.print(lines(1), AMPLE)).isEqualTo(new Printed());
        assertThat(far.tickets()).hasSize(2);
        assertThat(far.cuts()).isEqualTo(3);
    }

    @Test
    void aKnifeThatSticksFromTheBeginningIsMetBeforeAnythingIsPrinted() throws InterruptedException {
        far.cutterStuck(true);
        assertThat(printer.print(lines(1), AMPLE))
                .isInstanceOfSatisfying(
                        NotPrinted.class, not -> assertThat(not.fault().cause()).isEqualTo(Cause.CUTTER));
        assertThat(far.hanging()).isEmpty();
        far.cutterStuck(false);
        assertThat(printer.print(lines(1), AMPLE)).isEqualTo(new Printed());
    }
}
