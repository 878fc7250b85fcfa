package platform.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The sealed container, version 1.
 *
 * <pre>
 * "OKS1" | 01 | u8 n, n bytes key id | u16 m, m bytes SM2(key) as C1 C3 C2 | 8 bytes nonce prefix | segments
 * segment = SM4-GCM of up to 65,536 bytes, then its 16-byte tag
 * nonce = prefix | word, AAD = "OKS1" | uuid | word, word = index, with the highest bit set in the last segment
 * </pre>
 */
public final class SealedContainer {
    private static final byte[] MAGIC = "OKS1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int WRAPPED_KEY_BYTES = 65 + 32 + 16;
    private static final int LONGEST_KEY_ID = 64;
    private static final int PREFIX_BYTES = 8;
    private static final int TAG_BYTES = 16;
    private static final int SEGMENT_BYTES = 65_536 + TAG_BYTES;
    private static final int LAST = 0x8000_0000;

    private SealedContainer() {}

    /** The plaintext, or a reason why there is none; nothing of a container whose last tag is wrong gets out. */
    public static byte[] open(byte[] container, UUID id, PlatformKey key) throws Unreadable {
        ByteReader reader = new ByteReader(container);
        if (!Arrays.equals(reader.take(MAGIC.length), MAGIC) || reader.u8() != VERSION) {
            throw new Unreadable("This is no container of version 1.");
        }
        int idLength = reader.u8();
        if (idLength > LONGEST_KEY_ID
                || !new String(reader.take(idLength), StandardCharsets.US_ASCII).equals(key.id())) {
            throw new Unreadable("The container is sealed to another key.");
        }
        if (reader.u16() != WRAPPED_KEY_BYTES) {
            throw new Unreadable("The wrapped key has the wrong length.");
        }
        return openSegments(reader, id, key.unwrap(reader.take(WRAPPED_KEY_BYTES)));
    }

    private static byte[] openSegments(ByteReader reader, UUID id, byte[] dataKey) throws Unreadable {
        byte[] prefix = reader.take(PREFIX_BYTES);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(reader.left());
        for (int i = 0; reader.left() > 0 || i == 0; i++) {
            int length = Math.min(SEGMENT_BYTES, reader.left());
            if (length <= TAG_BYTES) {
                throw new Unreadable("A segment is too short.");
            }
            byte[] segment = reader.take(length);
            int word = reader.left() == 0 ? i | LAST : i;
            plain.writeBytes(openSegment(segment, dataKey, nonce(prefix, word), associated(id, word)));
        }
        return plain.toByteArray();
    }

    private static byte[] openSegment(byte[] segment, byte[] dataKey, byte[] nonce, byte[] associated)
            throws Unreadable {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(dataKey), TAG_BYTES * 8, nonce, associated));
        byte[] plain = new byte[segment.length - TAG_BYTES];
        try {
            int done = cipher.processBytes(segment, 0, segment.length, plain, 0);
            cipher.doFinal(plain, done);
            return plain;
        } catch (InvalidCipherTextException e) {
            throw new Unreadable("A segment does not open.");
        }
    }

    private static byte[] nonce(byte[] prefix, int word) {
        return ByteBuffer.allocate(PREFIX_BYTES + Integer.BYTES)
                .put(prefix)
                .putInt(word)
                .array();
    }

    private static byte[] associated(UUID id, int word) {
        return ByteBuffer.allocate(MAGIC.length + 2 * Long.BYTES + Integer.BYTES)
                .put(MAGIC)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(word)
                .array();
    }
}
