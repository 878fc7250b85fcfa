package kiosk.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws QR codes (GB/T 18284, ISO/IEC 18004) as squares that are black or not. */
public final class QrMatrix {
    /** The white margin a reader needs on every side, in squares. */
    public static final int QUIET_ZONE = 4;

    private static final int LONG = 300;

    private QrMatrix() {}

    /**
     * The squares of a code, rows from the top, without the margin; a quarter of them may be spoilt, and a seventh where the text is so
     * long that the squares would become too small for a scanner.
     *
     * @throws IllegalArgumentException if the text is empty or too long for a code
     */
    public static boolean[][] of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR code cannot be empty");
        }
        try {
            return squares(Encoder.encode(text, text.length() < LONG ? ErrorCorrectionLevel.Q : ErrorCorrectionLevel.M)
                    .getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a QR code cannot hold " + text.length() + " characters", tooLong);
        }
    }

    private static boolean[][] squares(ByteMatrix matrix) {
        boolean[][] squares = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int y = 0; y < squares.length; y++) {
            for (int x = 0; x < squares[y].length; x++) {
                squares[y][x] = matrix.get(x, y) == 1;
            }
        }
        return squares;
    }
}
