package kiosk.contracts;

import java.awt.image.BufferedImage;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Resolution;

/** A document scanner and the hands that turn its far end. */
public interface DocumentScannerBench extends AutoCloseable {
    /** The scanner under test; the same at each call. */
    DocumentScanner scanner();

    /** Lays a sheet of A4 to be scanned at 150 dots an inch. */
    void lay(BufferedImage sheet);

    /** Lays a sheet that is going to be scanned so finely; for a far end that scans pictures as they are. */
    default void lay(BufferedImage sheet, Resolution resolution) {
        lay(sheet);
    }

    /** Lets a page take so long that it can be interfered with: several seconds. */
    void slowDown();

    /** Lets the next page jam while it goes through. */
    void jam();

    /** Clears the jam. */
    void clearJam();

    /** Opens the cover. */
    void openCover();

    /** Closes the cover. */
    void closeCover();

    /** Lets another program hold the scanner. */
    void occupy();

    /** The other program lets it go. */
    void release();

    /** Pulls the scanner's cable. */
    void unplug();

    /** Plugs it in again. */
    void plug();

    /** Lets the process that serves the next page die half-way. */
    void dieMidScan();

    /** Kills the service the scanner is reached by. */
    void stopService();

    /** Starts that service again. */
    void startService();

    @Override
    void close();
}
