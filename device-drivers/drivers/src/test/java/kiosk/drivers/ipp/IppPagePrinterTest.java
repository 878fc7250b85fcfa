package kiosk.drivers.ipp;

import kiosk.contracts.PagePrinterBench;
import kiosk.contracts.PagePrinterContract;
import kiosk.drivers.peers.Contract;

@Contract(driver = "ipp", farEnd = "emulator")
class IppPagePrinterTest extends PagePrinterContract {
    @Override
    protected PagePrinterBench bench() {
        return new EmulatedIppBench();
    }
}
