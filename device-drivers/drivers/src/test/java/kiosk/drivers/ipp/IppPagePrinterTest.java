package kiosk.drivers.ipp;

import kiosk.contracts.PagePrinterBench;
import kiosk.contracts.PagePrinterContract;

class IppPagePrinterTest extends PagePrinterContract {
    @Override
    protected PagePrinterBench bench() {
        return new EmulatedIppBench();
    }
}
