package kiosk.drivers.ipp;

import java.util.Map;
import kiosk.contracts.PagePrinterBench;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.drivers.peers.Cable;
import kiosk.drivers.peers.CupsdPeer;
import kiosk.drivers.peers.IppEvePeer;
import kiosk.drivers.peers.SocatCable;

/** The driver on ippeveprinter or on a cupsd that stands before it, with a cable of socat between them. */
final class IppEvePrinterBench implements PagePrinterBench {
    private final IppEvePeer far;
    private final Spooler spooler;
    private final Cable cable;
    private final String path;

    private IppEvePrinterBench(IppEvePeer far, Spooler spooler, Cable cable, String path) {
        this.far = far;
        this.spooler = spooler;
        this.cable = cable;
        this.path = path;
    }

    /** What stands between, if anything. */
    private interface Spooler extends AutoCloseable {
        @Override
        void close();
    }

    static IppEvePrinterBench itself() {
        IppEvePeer far = new IppEvePeer();
        return new IppEvePrinterBench(far, () -> {}, SocatCable.toTcp(far.address()), "/ipp/print");
    }

    static IppEvePrinterBench behindCupsd() {
        IppEvePeer far = new IppEvePeer();
        CupsdPeer cupsd = new CupsdPeer("ipp://" + far.address() + "/ipp/print");
        return new IppEvePrinterBench(far, cupsd::close, SocatCable.toTcp(cupsd.address()), "/printers/kiosk");
    }

    @Override
    public PagePrinter printer() {
        return (PagePrinter) new IppPagePrinterProvider()
                .open(new DeviceSettings("ipp", Map.of("uri", "ipp://" + cable.address() + path)));
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
        spooler.close();
        far.close();
    }
}
