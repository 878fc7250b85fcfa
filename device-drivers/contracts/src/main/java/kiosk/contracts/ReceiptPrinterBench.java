package kiosk.contracts;

import java.util.List;
import kiosk.device.ReceiptPrinter;

/** A receipt printer on a bench, and the hands that turn it. */
public interface ReceiptPrinterBench extends AutoCloseable {
    /** The driver, fresh, connected to the far end. */
    ReceiptPrinter printer();

    /** The text of each ticket that was cut off, oldest first. */
    List<String> tickets();

    /** Prints as slowly as a real printer, so that a receipt can be caught in the act. */
    void slowly();

    /** Waits until the first line of a receipt is out; ten seconds at most. */
    void awaitFirstLine() throws InterruptedException;

    /** Takes the paper out. */
    void emptyPaper();

    /** Leaves so many millimetres of paper. */
    void leavePaper(int millimetres);

    /** Nearly uses the paper up. */
    void nearEnd();

    /** Puts a new roll in. */
    void refill();

    /** Opens the cover. */
    void openCover();

    /** Closes the cover. */
    void closeCover();

    /** Lets the knife stick at the next cut. */
    void stickCutter();

    /** Frees the knife. */
    void freeCutter();

    /** Lets the printer stand still without a word. */
    void stall();

    /** Lets the printer answer nothing any more, or again. */
    void silent(boolean silent);

    /** Lets the printer answer with bytes of no meaning, or rightly again. */
    void garble(boolean garbled);

    /** Switches the printer off and on; what it had received is lost. */
    void restart();

    /** Pulls the cable. */
    void unplug();

    /** Plugs it in again. */
    void plugIn();

    @Override
    void close();
}
