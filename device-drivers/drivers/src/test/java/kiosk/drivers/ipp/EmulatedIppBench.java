package kiosk.drivers.ipp;

import java.util.Map;
import kiosk.contracts.PagePrinterBench;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.emulators.ipp.IppPrinterEmulator;

/** The bench with the emulated printer on it. */
final class EmulatedIppBench implements PagePrinterBench {
    final IppPrinterEmulator far = IppPrinterEmulator.start(0);

    @Override
    public PagePrinter printer() {
        return (PagePrinter) new IppPagePrinterProvider()
                .open(new DeviceSettings("ipp", Map.of("uri", far.address().toString())));
    }

    @Override
    public void slowly() {
        far.pagesPerMinute(100);
    }

    @Override
    public void emptyPaper() {
        far.emptyPaper();
    }

    @Override
    public void leavePaper(int sheets) {
        far.leavePaper(sheets);
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
    public void stop() {
        far.stop(true);
    }

    @Override
    public void tonerLow() {
        far.toner(7);
    }

    @Override
    public void occupy(boolean occupied) {
        far.occupy(occupied);
    }

    @Override
    public void abortNext() {
        far.abortNextAfter(0);
    }

    @Override
    public void swallow() {
        far.swallow(true);
    }

    @Override
    public void unplug() {
        far.unplug();
    }

    @Override
    public void plugIn() {
        far.plugIn();
    }

    @Override
    public int sheetsOut() {
        return far.sheetsOut();
    }

    @Override
    public void close() {
        far.close();
    }
}
