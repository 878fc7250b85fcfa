package kiosk.emulators.scanner;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.emulators.scanner.ScannerBed.Trouble;

/**
 * The far end of a network scanner: a saned on a loopback port with one sheet-fed scanner that has a glass too. It takes its sheets
 * from the feeder unless it is told {@code Flatbed}, and takes three seconds for a page until it is told otherwise.
 */
public final class SaneEmulator implements AutoCloseable {
    private final ScannerBed bed = new ScannerBed();
    private final SaneServer server;

    private SaneEmulator(int port) {
        server = new SaneServer(bed, port);
    }

    /** Starts saned on that port of the loopback address; 0 takes a free one. */
    public static SaneEmulator on(int port) {
        SaneEmulator emulator = new SaneEmulator(port);
        emulator.startService();
        return emulator;
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** How long a page takes; zero for no pacing. */
    public SaneEmulator pace(Duration perPage) {
        bed.pace(perPage);
        return this;
    }

    /** Lays sheets into the feeder, the first to be scanned first; the feeder takes each away once it is scanned. */
    public void lay(BufferedImage... sheets) {
        bed.lay(List.of(sheets));
    }

    /** Takes all sheets away. */
    public void removeSheets() {
        bed.clear();
    }

    /** How many sheets lie in the feeder. */
    public int sheets() {
        return bed.sheets();
    }

    /** The next page jams half-way, and every scan is refused until the jam is cleared. */
    public void jam() {
        bed.set(Trouble.JAM_AHEAD, true);
    }

    /** Clears the jam. */
    public void clearJam() {
        bed.set(Trouble.JAM_AHEAD, false);
        bed.set(Trouble.JAMMED, false);
    }

    /** Opens the cover. */
    public void openCover() {
        bed.set(Trouble.COVER_OPEN, true);
    }

    /** Closes the cover. */
    public void closeCover() {
        bed.set(Trouble.COVER_OPEN, false);
    }

    /** Lets another program hold the scanner. */
    public void occupy() {
        bed.set(Trouble.BUSY, true);
    }

    /** The other program lets it go. */
    public void release() {
        bed.set(Trouble.BUSY, false);
    }

    /** Pulls the scanner's cable; saned goes on without it. */
    public void unplug() {
        bed.set(Trouble.UNPLUGGED, true);
    }

    /** Plugs the scanner in. */
    public void plug() {
        bed.set(Trouble.UNPLUGGED, false);
    }

    /** Takes this host off saned's list. */
    public void denyAccess() {
        bed.set(Trouble.DENIED, true);
    }

    /** The process that serves the next page dies half-way. */
    public void dieMidScan() {
        bed.set(Trouble.DEATH_AHEAD, true);
    }

    /** Speaks no proper SANE from now on. */
    public void garble(Garble kind) {
        bed.garble(Optional.of(kind));
    }

    /** Speaks proper SANE again. */
    public void speakProperly() {
        bed.garble(Optional.empty());
    }

    /** How often a client has cancelled or ended a scan. */
    public int cancelled() {
        return bed.cancelled();
    }

    /** How often a client has asked for a list of all scanners, for which saned asks every backend it has. */
    public int listed() {
        return bed.listed();
    }

    /** Kills saned. */
    public void stopService() {
        server.stop();
    }

    /** Starts saned again, on the same port. */
    public void startService() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
