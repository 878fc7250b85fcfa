package kiosk.sync.draft;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Seals what is written into it, piece by piece; what it holds of it is wiped. {@link #finish} writes the last piece. */
final class SealingOutput extends OutputStream {
    private final OutputStream out;
    private final Segments segments;
    private final byte[] piece = new byte[Segments.PIECE];
    private int held;
    private int number;

    SealingOutput(OutputStream out, Segments segments) {
        this.out = out;
        this.segments = segments;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (held == piece.length) {
                seal(false);
            }
            int taken = Math.min(left, piece.length - held);
            System.arraycopy(bytes, at, piece, held, taken);
            held += taken;
            at += taken;
            left -= taken;
        }
    }

    void finish() throws IOException {
        seal(true);
    }

    private void seal(boolean last) throws IOException {
        out.write(segments.sealed(number, last, piece, held));
        Arrays.fill(piece, (byte) 0);
        held = 0;
        number++;
    }
}
