package platform.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Opens the sealed parts of one submission: PLATFORM-API.md, section 6.2.
 *
 * <pre>
 * part    = segment 0 ‖ segment 1 ‖ …
 * segment = SM4-GCM of a piece of 65,536 bytes (the last: 1 to 65,536) ‖ its 16-byte tag
 * word(i) = i, for the last piece 2^31 + i                       (4 bytes)
 * nonce   = prefix (6) ‖ number of the part (2) ‖ word(i)        (12 bytes)
 * AAD     = "OKM1" ‖ uuid (16) ‖ number of the part (2) ‖ word(i) (26 bytes)
 * </pre>
 */
final class PartCipher {
    private static final byte[] MAGIC = {'O', 'K', 'M', '1'};
    private static final int KEY_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int ASSOCIATED_BYTES = 26;
    private static final int SEGMENT_BYTES = 65_536 + TAG_BYTES;
    private static final int LAST = 0x8000_0000;

    private final UUID id;
    private final byte[] prefix;
    private final byte[] key;

    PartCipher(Manifest manifest, byte[] key) throws Unreadable {
        if (key.length != KEY_BYTES) {
            throw new Unreadable("The wrapped key has the wrong length.");
        }
        this.id = UUID.fromString(manifest.subject().id());
        this.prefix = manifest.envelope().noncePrefix();
        this.key = key.clone();
    }

    /** The plaintext, or a reason why there is none; nothing of a part whose last tag is wrong gets out. */
    byte[] open(int number, byte[] sealed) throws Unreadable {
        ByteReader reader = new ByteReader(sealed);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(sealed.length);
        for (int i = 0; reader.left() > 0 || i == 0; i++) {
            int length = Math.min(SEGMENT_BYTES, reader.left());
            if (length <= TAG_BYTES) {
                throw new Unreadable("A segment is too short.");
            }
            byte[] segment = reader.take(length);
            int word = reader.left() == 0 ? i | LAST : i;
            plain.writeBytes(openSegment(segment, nonce(number, word), associated(number, word)));
        }
        return plain.toByteArray();
    }

    private byte[] openSegment(byte[] segment, byte[] nonce, byte[] associated) throws Unreadable {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(key), TAG_BYTES * Byte.SIZE, nonce, associated));
        byte[] plain = new byte[segment.length - TAG_BYTES];
        try {
            int done = cipher.processBytes(segment, 0, segment.length, plain, 0);
            cipher.doFinal(plain, done);
            return plain;
        } catch (InvalidCipherTextException e) {
            throw new Unreadable("A segment does not open.");
        }
    }

    private byte[] nonce(int number, int word) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .put(prefix)
                .putShort((short) number)
                .putInt(word)
                .array();
    }

    private byte[] associated(int number, int word) {
        return ByteBuffer.allocate(ASSOCIATED_BYTES)
                .put(MAGIC)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putShort((short) number)
                .putInt(word)
                .array();
    }
}
