package kiosk.drivers.ipp;

import java.util.Map;
import kiosk.contracts.PagePrinterBench;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.drivers.peers.Cable;
import kiosk.drivers.peers.IppEvePeer;
import kiosk.drivers.peers.SocatCable;

/** The driver on ippeveprinter, with a cable of socat between them. */
final class IppEvePrinterBench implements PagePrinterBench {
    private final IppEvePeer far = new IppEvePeer();
    private final Cable cable = SocatCable.toTcp(far.address());

    @Override
    public PagePrinter printer() {
        return (PagePrinter) new IppPagePrinterProvider()
                .open(new DeviceSettings("ipp", Map.of("uri", "ipp://" + cable.address() + "/ipp/print")));
    }

    @Override
    public void slowly() {
        far.lay("slow");
    }

    @Override
    public void emptyPaper() {
        far.empty();
    }

    @Override
    public void leavePaper(int sheets) {
        far.leave(sheets);
    }

    @Override
    public void refill() {
        far.fill();
    }

    @Override
    public void openCover() {
        far.lay("cover");
    }

    @Override
    public void closeCover() {
        far.clear("cover");
    }

    @Override
    public void stop() {
        far.pause();
    }

    @Override
    public void tonerLow() {
        far.tonerLow();
    }

    @Override
    public void occupy(boolean occupied) {
        far.occupy(occupied);
    }

    @Override
    public void abortNext() {
        far.lay("abort");
    }

    @Override
    public void swallow() {
        far.lay("swallow");
    }

    @Override
    public void unplug() {
        cable.unplug();
    }

    @Override
    public void plugIn() {
        cable.plug();
    }

    @Override
    public int sheetsOut() {
        return far.sheets().size();
    }

    @Override
    public void close() {
        cable.close();
        far.close();
    }
}
