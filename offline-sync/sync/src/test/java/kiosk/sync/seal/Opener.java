package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/** The platform's side of the seal, written from PLATFORM-API.md, section 6, alone. */
public final class Opener {
    private final AsymmetricCipherKeyPair pair;

    public Opener() {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH()),
                new SecureRandom()));
        pair = generator.generateKeyPair();
    }

    /** The public key as the status announces it. */
    public String publicKey() {
        byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        return Base64.getEncoder().encodeToString(point);
    }

    /** The plaintext of a container sent under that id. */
    public byte[] open(byte[] container, UUID id) throws InvalidCipherTextException {
        ByteBuffer in = ByteBuffer.wrap(container);
        byte[] magic = take(in, 4);
        if (!new String(magic, StandardCharsets.US_ASCII).equals("OKS1") || in.get() != 1) {
            throw new InvalidCipherTextException("not a container");
        }
        take(in, in.get());
        byte[] wrapped = take(in, in.getShort());
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(false, pair.getPrivate());
        byte[] key = engine.processBlock(wrapped, 0, wrapped.length);
        byte[] prefix = take(in, 8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; in.hasRemaining(); i++) {
            byte[] segment = take(in, Math.min(in.remaining(), 65_552));
            int word = in.hasRemaining() ? i : i | 0x8000_0000;
            plain.writeBytes(segment(segment, key, prefix, id, word));
        }
        return plain.toByteArray();
    }

    private static byte[] segment(byte[] segment, byte[] key, byte[] prefix, UUID id, int word)
            throws InvalidCipherTextException {
        byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(word).array();
        byte[] associated = ByteBuffer.allocate(24)
                .put("OKS1".getBytes(StandardCharsets.US_ASCII))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(word)
                .array();
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(false, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
        byte[] plain = new byte[segment.length - 16];
        int done = cipher.processBytes(segment, 0, segment.length, plain, 0);
        cipher.doFinal(plain, done);
        return plain;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
