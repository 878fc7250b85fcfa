package kiosk.sync.draft;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * How the content of a draft is cut into pieces and sealed: pieces of 65,536 bytes, the last one shorter, at least one byte long, and
 * marked, so that a file cut off between two pieces is noticed. The key seals one file only, so a counter is nonce enough.
 *
 * <pre>
 * word(i) = i, for the last piece 2^31 + i              (4 bytes)
 * nonce   = eight zeros ‖ word(i)                       (12 bytes)
 * AAD     = the 85 bytes of the header ‖ word(i)        (89 bytes)
 * segment = SM4-GCM ciphertext of the piece ‖ its tag   (16 bytes more than the piece)
 * </pre>
 */
record Segments(KeyParameter key, byte[] header) {
    static final int PIECE = 65_536;
    static final int TAG = 16;

    private static final int LAST = 0x8000_0000;

    byte[] sealed(int number, boolean last, byte[] piece, int length) {
        try {
            return worked(true, number, last, piece, length);
        } catch (InvalidCipherTextException notWhenSealing) {
            throw new IllegalStateException("a piece could not be sealed", notWhenSealing);
        }
    }

    /** The piece in a segment. @throws InvalidCipherTextException if it is not that segment of that file */
    byte[] opened(int number, boolean last, byte[] segment, int length) throws InvalidCipherTextException {
        return worked(false, number, last, segment, length);
    }

    private byte[] worked(boolean sealing, int number, boolean last, byte[] in, int length)
            throws InvalidCipherTextException {
        int word = last ? number | LAST : number;
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        byte[] nonce = ByteBuffer.allocate(12).putLong(0).putInt(word).array();
        byte[] associated =
                ByteBuffer.allocate(header.length + 4).put(header).putInt(word).array();
        cipher.init(sealing, new AEADParameters(key, TAG * 8, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(length)];
        int done = cipher.processBytes(in, 0, length, out, 0);
        cipher.doFinal(out, done);
        return out;
    }
}
