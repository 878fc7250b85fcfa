package kiosk.drivers.escpos;

/** How large the dots of a QR code may be so that the code fits the paper (ISO/IEC 18004 table 7, byte mode, level M). */
final class QrSize {
    private static final int[] BYTES_BY_VERSION = {
        14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857,
        911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331
    };
    private static final int WIDEST_CODE = 480;
    private static final int LARGEST_DOT = 8;

    private QrSize() {}

    /** @throws IllegalArgumentException if no code holds so many bytes */
    static int dotsAModule(int bytes) {
        for (int version = 1; version <= BYTES_BY_VERSION.length; version++) {
            if (bytes <= BYTES_BY_VERSION[version - 1]) {
                return Math.min(LARGEST_DOT, WIDEST_CODE / (17 + 4 * version));
            }
        }
        throw new IllegalArgumentException("a QR code holds 2331 bytes at most");
    }
}
