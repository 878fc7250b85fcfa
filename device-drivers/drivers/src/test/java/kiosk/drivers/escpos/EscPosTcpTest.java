package kiosk.drivers.escpos;

import java.util.Map;
import kiosk.contracts.ReceiptPrinterBench;
import kiosk.contracts.ReceiptPrinterContract;
import kiosk.device.DeviceSettings;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;

class EscPosTcpTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterBench bench() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onTcp(0, TicketInk.none());
        String[] address = far.address().split(":");
        DeviceSettings settings = new DeviceSettings("escpos-tcp", Map.of("host", address[0], "port", address[1]));
        return new EmulatedReceiptBench(far, new EscPosTcpProvider(), settings);
    }
}
