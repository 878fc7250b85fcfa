package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kiosk.contracts.ReceiptPrinterBench;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.ReceiptPrinter;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;

/** The bench with the emulated printer on it. */
final class EmulatedReceiptBench implements ReceiptPrinterBench {
    final ReceiptPrinterEmulator far;
    private final DeviceProvider provider;
    private final DeviceSettings settings;

    EmulatedReceiptBench(ReceiptPrinterEmulator far, DeviceProvider provider, DeviceSettings settings) {
        this.far = far;
        this.provider = provider;
        this.settings = settings;
    }

    @Override
    public ReceiptPrinter printer() {
        return (ReceiptPrinter) provider.open(settings);
    }

    @Override
    public List<String> tickets() {
        return far.tickets().stream().map(Ticket::text).toList();
    }

    @Override
    public void slowly() {
        far.speed(150);
    }

    @Override
    public void awaitFirstLine() throws InterruptedException {
        assertThat(far.awaitLine(Duration.ofSeconds(10))).isTrue();
    }

    @Override
    public void emptyPaper() {
        far.emptyPaper();
    }

    @Override
    public void leavePaper(int millimetres) {
        far.leavePaper(millimetres);
    }

    @Override
    public void nearEnd() {
        far.nearEnd();
    }

    @Override
    public void refill() {
        far.refill();
    }

    @Override
    public void openCover() {
        far.openCover();
    }

    @Override
    public void closeCover() {
        far.closeCover();
    }

    @Override
    public void stickCutter() {
        far.cutterStuck(true);
    }

    @Override
    public void freeCutter() {
        far.cutterStuck(false);
    }

    @Override
    public void stall() {
        far.stall(true);
    }

    @Override
    public void silent(boolean silent) {
        far.silent(silent);
    }

    @Override
    public void garble(boolean garbled) {
        far.garble(garbled);
    }

    @Override
    public void restart() {
        far.off();
        far.on();
    }

    @Override
    public void unplug() {
        far.cableOut();
    }

    @Override
    public void plugIn() {
        far.cableIn();
    }

    @Override
    public void close() {
        far.close();
    }
}
