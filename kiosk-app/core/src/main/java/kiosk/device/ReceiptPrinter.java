package kiosk.device;

import java.time.Duration;

/** Prints receipts on a paper roll, 80 mm wide, 576 dots across. */
public interface ReceiptPrinter extends Device {
    /** Dots across the printable width. */
    int DOTS_ACROSS = 576;

    /**
     * Prints a receipt and watches it to its end: the answer {@link Printed} means that the printer, asked after the cut, had
     * no fault. Blocks for {@code patience} at most.
     */
    Outcome print(Receipt receipt, Duration patience) throws InterruptedException;

    /** How a print ended. */
    sealed interface Outcome {}

    /** The receipt is out. */
    record Printed() implements Outcome {}

    /** Nothing usable came out. */
    record NotPrinted(Fault fault) implements Outcome {}

    /** Something may have come out: the fault appeared while printing. */
    record Uncertain(Fault fault) implements Outcome {}
}
