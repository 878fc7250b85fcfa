package kiosk.sync.draft;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Opens what was sealed, piece by piece: no byte comes out that was not proved to be the one that was written. */
final class OpeningInput extends InputStream {
    private final InputStream in;
    private final Segments segments;
    private byte[] next;
    private byte[] piece = new byte[0];
    private int at;
    private int number;
    private boolean ended;

    OpeningInput(InputStream in, Segments segments) throws IOException {
        this.in = in;
        this.segments = segments;
        this.next = in.readNBytes(Segments.PIECE + Segments.TAG);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == piece.length && !ended) {
            open();
        }
        if (at == piece.length) {
            return -1;
        }
        int taken = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, from, taken);
        at += taken;
        return taken;
    }

    /** A segment behind which nothing comes must be the last one, and no other may be. */
    private void open() throws IOException {
        byte[] segment = next;
        next = in.readNBytes(Segments.PIECE + Segments.TAG);
        ended = next.length == 0;
        if (segment.length <= Segments.TAG) {
            throw new IOException("the draft is cut off");
        }
        try {
            piece = segments.opened(number, ended, segment, segment.length);
        } catch (InvalidCipherTextException notWhatWasWritten) {
            throw new IOException("the draft cannot be opened", notWhatWasWritten);
        }
        at = 0;
        number++;
    }
}
