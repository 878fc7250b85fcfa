package kiosk.emulators.scanner;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import kiosk.emulators.scanner.ScannerBed.Trouble;

/**
 * A scanner with a sheet feeder and a glass, whatever it speaks. It takes three seconds for a page until it is told otherwise. All
 * verbs may be called from any thread.
 */
public abstract class EmulatedScanner implements AutoCloseable {
    final ScannerBed bed = new ScannerBed();

    EmulatedScanner() {}

    /** How long a page takes; zero for no pacing. */
    public final void pace(Duration perPage) {
        bed.pace(perPage);
    }

    /** Lays sheets into the feeder, the first to be scanned first; the feeder takes each away once it is scanned. */
    public final void lay(BufferedImage... sheets) {
        bed.lay(List.of(sheets));
    }

    /** Takes all sheets away. */
    public final void removeSheets() {
        bed.clear();
    }

    /** How many sheets lie in the feeder. */
    public final int sheets() {
        return bed.sheets();
    }

    /** The next page jams half-way, and every scan is refused until the jam is cleared. */
    public final void jam() {
        bed.set(Trouble.JAM_AHEAD, true);
    }

    /** Clears the jam. */
    public final void clearJam() {
        bed.set(Trouble.JAM_AHEAD, false);
        bed.set(Trouble.JAMMED, false);
    }

    /** Opens the cover. */
    public final void openCover() {
        bed.set(Trouble.COVER_OPEN, true);
    }

    /** Closes the cover. */
    public final void closeCover() {
        bed.set(Trouble.COVER_OPEN, false);
    }

    /** Lets another program hold the scanner. */
    public final void occupy() {
        bed.set(Trouble.BUSY, true);
    }

    /** The other program lets it go. */
    public final void release() {
        bed.set(Trouble.BUSY, false);
    }

    /** Takes the scanner off its line; what serves it goes on without it. */
    public final void unplug() {
        bed.set(Trouble.UNPLUGGED, true);
    }

    /** Plugs the scanner in. */
    public final void plug() {
        bed.set(Trouble.UNPLUGGED, false);
    }

    /** Lets nobody in. */
    public final void denyAccess() {
        bed.set(Trouble.DENIED, true);
    }

    /** The next page breaks off half-way. */
    public final void dieMidScan() {
        bed.set(Trouble.DEATH_AHEAD, true);
    }

    /** How often a client has cancelled or ended a scan. */
    public final int cancelled() {
        return bed.cancelled();
    }

    /** Switches it off, or kills what serves it. */
    public abstract void stopService();

    /** Starts it again, on the same port. */
    public abstract void startService();

    @Override
    public final void close() {
        stopService();
    }
}
