package kiosk.drivers.escpos;

import kiosk.contracts.ReceiptPrinterBench;
import kiosk.contracts.ReceiptPrinterContract;
import kiosk.drivers.peers.Contract;

@Contract(driver = "escpos-serial", farEnd = "emulator")
class EscPosSerialTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterBench bench() {
        return EmulatedReceiptBench.onSerial();
    }
}
