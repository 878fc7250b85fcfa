package kiosk.drivers.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kiosk.contracts.ReceiptPrinterBench;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.device.ReceiptPrinter;
import kiosk.drivers.peers.Cable;
import kiosk.drivers.peers.SocatCable;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.Ticket;
import kiosk.emulators.escpos.TicketInk;

/** The bench with the emulated printer on it. */
final class EmulatedReceiptBench implements ReceiptPrinterBench {
    final ReceiptPrinterEmulator far;
    private final Cable cable;
    private final DeviceProvider provider;
    private final DeviceSettings settings;

    EmulatedReceiptBench(ReceiptPrinterEmulator far, DeviceProvider provider, DeviceSettings settings) {
        this(far, Cable.ofItself(far.address(), far::cableOut, far::cableIn), provider, settings);
    }

    private EmulatedReceiptBench(
            ReceiptPrinterEmulator far, Cable cable, DeviceProvider provider, DeviceSettings settings) {
        this.far = far;
        this.cable = cable;
        this.provider = provider;
        this.settings = settings;
    }

    static EmulatedReceiptBench onSerial() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
        return new EmulatedReceiptBench(far, new EscPosSerialProvider(), serial(far.address()));
    }

    /** With a pseudo terminal of socat between the driver and the printer. */
    static EmulatedReceiptBench onSerialBehindSocat() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
        Cable cable = SocatCable.toSerial(far.address());
        return new EmulatedReceiptBench(far, cable, new EscPosSerialProvider(), serial(cable.address()));
    }

    static EmulatedReceiptBench onTcp() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onTcp(0, TicketInk.none());
        return new EmulatedReceiptBench(far, new EscPosTcpProvider(), tcp(far.address()));
    }

    /** With socat listening before the printer. */
    static EmulatedReceiptBench onTcpBehindSocat() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onTcp(0, TicketInk.none());
        Cable cable = SocatCable.toTcp(far.address());
        return new EmulatedReceiptBench(far, cable, new EscPosTcpProvider(), tcp(cable.address()));
    }

    private static DeviceSettings serial(String path) {
        return new DeviceSettings("escpos-serial", Map.of("port", path));
    }

    private static DeviceSettings tcp(String hostAndPort) {
        String[] address = hostAndPort.split(":");
        return new DeviceSettings("escpos-tcp", Map.of("host", address[0], "port", address[1]));
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
        cable.unplug();
    }

    @Override
    public void plugIn() {
        cable.plug();
    }

    @Override
    public void close() {
        cable.close();
        far.close();
    }
}
