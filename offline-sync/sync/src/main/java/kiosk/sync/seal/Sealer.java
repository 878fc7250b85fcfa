package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * Seals what citizens hand in to the platform's public key, so that no key on the terminal opens its own queue. The container, all
 * integers big-endian (PLATFORM-API.md, section 6):
 *
 * <pre>
 * offset  length
 * 0       4       "OKS1"
 * 4       1       version = 01
 * 5       1       n = length of the key id
 * 6       n       key id, ASCII
 * 6+n     2       m = length of the wrapped key
 * 8+n     m       the SM4 key, encrypted with SM2 (GB/T 32918.4): C1 ‖ C3 ‖ C2, C1 = 04 ‖ x ‖ y; m = 113
 * 8+n+m   8       nonce prefix
 * 16+n+m  …       segments, see SealingStream
 * </pre>
 */
public final class Sealer {
    /** The longest container the platform takes. */
    public static final int MOST_BYTES = 32 << 20;

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 16;
    private static final int PREFIX_BYTES = 8;

    private final KeyShelf shelf;
    private final SecureRandom random = new SecureRandom();

    /** A sealer to whatever key lies on the shelf at the time. */
    public Sealer(KeyShelf shelf) {
        this.shelf = shelf;
    }

    /** Whether a key is known. */
    public boolean ready() {
        return shelf.current().isPresent();
    }

    /** Seals a submission. @throws NotSealed if no key is known or it is too long */
    public byte[] seal(Submission submission, Labels labels) {
        return seal(submission.id(), out -> new SubmissionWriter(labels).write(submission, out));
    }

    /** Seals a rating. @throws NotSealed if no key is known */
    public byte[] seal(Rating rating, Labels labels) {
        return seal(rating.id(), out -> new SubmissionWriter(labels).write(rating, out));
    }

    private byte[] seal(SubmissionId id, Plaintext plaintext) {
        PlatformKey to = shelf.current().orElseThrow(() -> new NotSealed("no platform key is known"));
        byte[] key = fresh(KEY_BYTES);
        byte[] prefix = fresh(PREFIX_BYTES);
        try {
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            sealed.writeBytes(header(to, key, prefix));
            try (SealingStream out =
                    new SealingStream(sealed, MOST_BYTES, new SealingStream.Secret(key, prefix), id.uuid())) {
                plaintext.writeTo(out);
            }
            return sealed.toByteArray();
        } catch (IOException | InvalidCipherTextException | RuntimeCryptoException e) {
            throw new NotSealed("the submission could not be sealed", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] header(PlatformKey to, byte[] key, byte[] prefix) throws InvalidCipherTextException {
        byte[] id = to.id().getBytes(StandardCharsets.US_ASCII);
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(to.point(), random));
        byte[] wrapped = engine.processBlock(key, 0, key.length);
        return ByteBuffer.allocate(16 + id.length + wrapped.length)
                .put(SealingStream.MAGIC)
                .put((byte) VERSION)
                .put((byte) id.length)
                .put(id)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(prefix)
                .array();
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private interface Plaintext {
        void writeTo(SealingStream out) throws IOException;
    }
}
