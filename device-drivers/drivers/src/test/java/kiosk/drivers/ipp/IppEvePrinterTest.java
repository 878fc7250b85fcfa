package kiosk.drivers.ipp;

import kiosk.contracts.PagePrinterBench;
import kiosk.contracts.PagePrinterContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Tool;

@Contract(
        driver = "ipp",
        farEnd = "ippeveprinter",
        needs = {Tool.IPPEVEPRINTER, Tool.DBUS, Tool.SOCAT})
class IppEvePrinterTest extends PagePrinterContract {
    @Override
    protected PagePrinterBench bench() {
        return IppEvePrinterBench.itself();
    }
}
