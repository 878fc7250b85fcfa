package kiosk.drivers.escpos;

import kiosk.contracts.ReceiptPrinterBench;
import kiosk.contracts.ReceiptPrinterContract;
import kiosk.drivers.peers.Contract;

@Contract(driver = "escpos-tcp", farEnd = "emulator")
class EscPosTcpTest extends ReceiptPrinterContract {
    @Override
    protected ReceiptPrinterBench bench() {
        return EmulatedReceiptBench.onTcp();
    }
}
