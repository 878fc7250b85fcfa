package kiosk.drivers.code;

import java.util.Arrays;
import kiosk.device.CodeScanner;

/**
 * Gathers the bytes of one code as they come. CR, LF, CR LF and TAB end a code; terminators before its first byte belong to the one
 * before. Of a code that is too long nothing more is kept, but its end is still looked for.
 */
final class CodeBytes {
    private final byte[] kept = new byte[CodeScanner.LONGEST_CODE];
    private int length;
    private boolean complete;

    static boolean isTerminator(byte b) {
        return b == '\r' || b == '\n' || b == '\t';
    }

    /** Takes so many bytes, up to the end of the code. */
    void add(byte[] bytes, int count) {
        for (int i = 0; i < count && !complete; i++) {
            if (isTerminator(bytes[i])) {
                complete = length > 0;
            } else {
                keep(bytes[i]);
            }
        }
    }

    private void keep(byte b) {
        if (length < kept.length) {
            kept[length] = b;
        }
        length = Math.min(length + 1, kept.length + 1);
    }

    /** The line has gone quiet: what has begun is complete. */
    void quiet() {
        complete = length > 0;
    }

    boolean hasBegun() {
        return length > 0;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isTooLong() {
        return length > kept.length;
    }

    byte[] bytes() {
        return Arrays.copyOf(kept, Math.min(length, kept.length));
    }
}
