package kiosk.contracts;

import java.util.List;
import kiosk.device.ReceiptPrinter;
import org.junit.jupiter.api.Assumptions;

/** A receipt printer on a bench; a verb that a bench does not have skips the tests that need it. */
public interface ReceiptPrinterBench extends AutoCloseable {
    /** The driver, fresh, connected to the far end. */
    ReceiptPrinter printer();

    /** The text of each ticket that was cut off, oldest first. */
    List<String> tickets();

    /** Prints as slowly as a real printer, so that a receipt can be caught in the act. */
    default void slowly() {
        lacking();
    }

    /** Waits until the first line of a receipt is out; ten seconds at most. */
    default void awaitFirstLine() throws InterruptedException {
        lacking();
    }

    /** Takes the paper out. */
    default void emptyPaper() {
        lacking();
    }

    /** Leaves so many millimetres of paper. */
    default void leavePaper(int millimetres) {
        lacking();
    }

    /** Nearly uses the paper up. */
    default void nearEnd() {
        lacking();
    }

    /** Puts a new roll in. */
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

    /** Lets the knife stick at the next cut. */
    default void stickCutter() {
        lacking();
    }

    /** Frees the knife. */
    default void freeCutter() {
        lacking();
    }

    /** Lets the printer stand still without a word. */
    default void stall() {
        lacking();
    }

    /** Lets the printer answer nothing any more, or again. */
    default void silent(boolean silent) {
        lacking();
    }

    /** Lets the printer answer with bytes of no meaning, or rightly again. */
    default void garble(boolean garbled) {
        lacking();
    }

    /** Switches the printer off and on; what it had received is lost. */
    default void restart() {
        lacking();
    }

    /** Pulls the cable. */
    default void unplug() {
        lacking();
    }

    /** Plugs it in again. */
    default void plugIn() {
        lacking();
    }

    private void lacking() {
        Assumptions.abort("this bench cannot do that");
    }

    @Override
    void close();
}
