package kiosk.drivers.escpos;

import kiosk.contracts.ReceiptPrinterBench;
import kiosk.contracts.ReceiptPrinterContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Tool;

@Contract(driver = "escpos-serial", farEnd = "socat", needs = Tool.SOCAT)
class EscPosSerialOnSocatTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterBench bench() {
        return EmulatedReceiptBench.onSerialBehindSocat();
    }
}
