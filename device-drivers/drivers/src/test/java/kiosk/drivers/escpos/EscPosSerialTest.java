package kiosk.drivers.escpos;

import java.util.Map;
import kiosk.contracts.ReceiptPrinterBench;
import kiosk.contracts.ReceiptPrinterContract;
import kiosk.device.DeviceSettings;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;

class EscPosSerialTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterBench bench() {
        ReceiptPrinterEmulator far = ReceiptPrinterEmulator.onSerial(TicketInk.none());
        DeviceSettings settings = new DeviceSettings("escpos-serial", Map.of("port", far.address()));
        return new EmulatedReceiptBench(far, new EscPosSerialProvider(), settings);
    }
}
