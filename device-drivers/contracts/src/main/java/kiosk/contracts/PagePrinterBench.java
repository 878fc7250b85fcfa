package kiosk.contracts;

import kiosk.device.PagePrinter;
import org.junit.jupiter.api.Assumptions;

/** A printer on a bench; a verb that a bench does not have skips the tests that need it. */
public interface PagePrinterBench extends AutoCloseable {
    /** The driver, fresh, connected to the far end. */
    PagePrinter printer();

    /** Makes a sheet take so long that a job can be caught in the act. */
    default void slowly() {
        lacking();
    }

    /** Takes all paper out. */
    default void emptyPaper() {
        lacking();
    }

    /** Leaves so many sheets. */
    default void leavePaper(int sheets) {
        lacking();
    }

    /** Fills the tray. */
    default void refill() {
        lacking();
    }

    /** Opens the cover. */
    default void openCover() {
        lacking();
    }

    /** Closes the cover. */
    default void closeCover() {
        lacking();
    }

    /** Stops the printer at its panel. */
    default void stop() {
        lacking();
    }

    /** Nearly uses up the toner. */
    default void tonerLow() {
        lacking();
    }

    /** Gives the printer somebody else's job, or takes it away. */
    default void occupy(boolean occupied) {
        lacking();
    }

    /** Makes the printer abort the next job before its first sheet. */
    default void abortNext() {
        lacking();
    }

    /** Makes the printer take jobs and never end them. */
    default void swallow() {
        lacking();
    }

    /** Cuts the connection. */
    default void unplug() {
        lacking();
    }

    /** Mends it. */
    default void plugIn() {
        lacking();
    }

    /** How many sheets lie in the output tray. */
    default int sheetsOut() {
        lacking();
        return 0;
    }

    private void lacking() {
        Assumptions.abort("this bench cannot do that");
    }

    @Override
    void close();
}
