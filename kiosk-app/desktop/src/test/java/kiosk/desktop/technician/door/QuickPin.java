package kiosk.desktop.technician.door;

import java.nio.file.Path;

/** A PIN that is quickly hashed, for who tries one on a window; the file says how often it was hashed. */
public final class QuickPin {
    static final int ITERATIONS = 10_000;

    private QuickPin() {}

    /** Sets the PIN of that file. */
    public static void set(Path file, String digits) {
        new PinFile(file, ITERATIONS).set(digits.toCharArray());
    }
}
