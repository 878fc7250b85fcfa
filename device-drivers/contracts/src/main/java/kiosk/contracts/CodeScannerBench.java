package kiosk.contracts;

import kiosk.device.CodeScanner;

/** A code scanner and the hands that turn its far end. */
public interface CodeScannerBench extends AutoCloseable {
    /** The scanner under test; the same at each call. */
    CodeScanner scanner();

    /** Holds a code before the scanner, which sends it once. */
    void show(String text);

    /** Holds a code before the scanner that contains those bytes. */
    void showBytes(byte[] code);

    /** Pulls the scanner's cable. */
    void unplug();

    /** Plugs the scanner in. */
    void plug();

    @Override
    void close();
}
