package kiosk.emulators.escpos;

import java.util.function.IntConsumer;

/**
 * Listens in on everything that is received and finds the real-time commands in it, wherever they stand, as printers do:
 * {@code DLE EOT n} (10 04 n) and {@code DLE DC4 8} (10 14 08 01 03 14 01 06 02 08).
 */
final class RealTime {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int DC4 = 0x14;
    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    private final IntConsumer statusAsked;
    private final Runnable cleared;
    private int first;
    private int second;
    private int matched;

    RealTime(IntConsumer statusAsked, Runnable cleared) {
        this.statusAsked = statusAsked;
        this.cleared = cleared;
    }

    void hear(byte value) {
        if (first == DLE && second == EOT && value >= 1 && value <= 4) {
            statusAsked.accept(value);
        }
        first = second;
        second = value;
        boolean next = value == CLEAR[matched];
        matched = next ? matched + 1 : value == DLE ? 1 : 0;
        if (matched == CLEAR.length) {
            matched = 0;
            cleared.run();
        }
    }

    /** How many bytes follow DLE and this byte, when the interpreter comes upon the command in its place. */
    static int lengthAfter(int kind) {
        return kind == EOT ? 1 : kind == DC4 ? CLEAR.length - 2 : 0;
    }
}
