package kiosk.contracts;

import kiosk.device.PagePrinter;

/** A printer on a bench, and the hands that turn it. */
public interface PagePrinterBench extends AutoCloseable {
    /** The driver, fresh, connected to the far end. */
    PagePrinter printer();

    /** Makes a sheet take so long that a job can be caught in the act. */
    void slowly();

    /** Takes all paper out. */
    void emptyPaper();

    /** Leaves so many sheets. */
    void leavePaper(int sheets);

    /** Fills the tray. */
    void refill();

    /** Opens the cover. */
    void openCover();

    /** Closes the cover. */
    void closeCover();

    /** Stops the printer at its panel. */
    void stop();

    /** Nearly uses up the toner. */
    void tonerLow();

    /** Gives the printer somebody else's job, or takes it away. */
    void occupy(boolean occupied);

    /** Makes the printer abort the next job before its first sheet. */
    void abortNext();

    /** Makes the printer take jobs and never end them. */
    void swallow();

    /** Cuts the connection. */
    void unplug();

    /** Mends it. */
    void plugIn();

    /** How many sheets lie in the output tray. */
    int sheetsOut();

    @Override
    void close();
}
