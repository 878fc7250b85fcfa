package kiosk.drivers.scanner;

import kiosk.contracts.DocumentScannerBench;
import kiosk.contracts.DocumentScannerContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Tool;

@Contract(
        driver = "sane-net",
        farEnd = "saned",
        needs = {Tool.SANED, Tool.GCC})
class SaneScannerOnSanedTest extends DocumentScannerContract {
    @Override
    protected DocumentScannerBench bench() {
        return new SanedBench();
    }
}
