package kiosk.device;

import java.time.Duration;

/** Reads QR codes and barcodes held in front of it. */
public interface CodeScanner extends Device {
    /** The longest code that is accepted, in bytes; a QR code holds 2,953 at most. */
    int LONGEST_CODE = 4096;

    /** Waits for a code; blocks for {@code patience} at most, and interrupting ends the wait early. A code sent before the call is dropped. */
    Outcome scan(Duration patience) throws InterruptedException;

    /** How a scan ended. */
    sealed interface Outcome {}

    /** A code was read. The text is personal data: it may stand for a person. */
    record Scanned(String text) implements Outcome {
        @Override
        public String toString() {
            return "Scanned[" + text.length() + " characters]";
        }
    }

    /** Something was read that is no usable code: too long, or not valid text. */
    record Unusable() implements Outcome {}

    /** Nothing was read within the patience. */
    record NoCode() implements Outcome {}

    /** The scanner is broken. */
    record Broken(Fault fault) implements Outcome {}
}
