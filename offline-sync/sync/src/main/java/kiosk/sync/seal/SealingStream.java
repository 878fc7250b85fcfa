package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Turns the plaintext of a part into its segments (PLATFORM-API.md, section 6.2). No more than one piece of plaintext is held,
 * and it is wiped once it is sealed. With n the number of the part:
 *
 * <pre>
 * word(i) = i, for the last piece 2^31 + i                        (4 bytes)
 * nonce   = prefix (6 bytes) ‖ n (2 bytes) ‖ word(i)              (12 bytes)
 * AAD     = "OKM1" ‖ the uuid's 16 bytes ‖ n (2 bytes) ‖ word(i)  (26 bytes)
 * segment = SM4-GCM ciphertext ‖ 16-byte tag
 * </pre>
 */
final class SealingStream extends OutputStream {
    static final int PIECE = 65_536;
    static final int TAG = 16;
    private static final int LAST = 0x8000_0000;

    private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    private final int most;
    private final Secret secret;
    private final UUID id;
    private final int part;
    private final byte[] piece = new byte[PIECE];
    private int held;
    private int number;

    /** The part of that number; sealed it may be {@code most} bytes long. */
    SealingStream(int part, int most, Secret secret, UUID id) {
        this.part = part;
        this.most = most;
        this.secret = secret;
        this.id = id;
    }

    /** What is fresh for each submission. */
    record Secret(byte[] key, byte[] noncePrefix) {}

    /** What was sealed, whole once it is closed. */
    byte[] sealed() {
        return sealed.toByteArray();
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
            if (held == PIECE) {
                seal(0);
            }
            int taken = Math.min(left, PIECE - held);
            System.arraycopy(bytes, at, piece, held, taken);
            held += taken;
            at += taken;
            left -= taken;
        }
    }

    /** Seals the last piece; it holds at least one byte, because every plaintext does. */
    @Override
    public void close() throws IOException {
        seal(LAST);
    }

    private void seal(int mark) throws IOException {
        int word = number | mark;
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(secret.key()), TAG * 8, nonce(word), associated(word)));
        byte[] segment = new byte[held + TAG];
        try {
            int done = cipher.processBytes(piece, 0, held, segment, 0);
            cipher.doFinal(segment, done);
        } catch (InvalidCipherTextException notWhenEncrypting) {
            throw new IOException("a segment could not be sealed", notWhenEncrypting);
        }
        if (sealed.size() + segment.length > most) {
            throw new IOException("a sealed part would be longer than the platform takes");
        }
        sealed.writeBytes(segment);
        Arrays.fill(piece, (byte) 0);
        held = 0;
        number++;
    }

    private byte[] nonce(int word) {
        return ByteBuffer.allocate(12)
                .put(secret.noncePrefix())
                .putShort((short) part)
                .putInt(word)
                .array();
    }

    private byte[] associated(int word) {
        return ByteBuffer.allocate(26)
                .put(Manifest.MAGIC)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putShort((short) part)
                .putInt(word)
                .array();
    }
}
