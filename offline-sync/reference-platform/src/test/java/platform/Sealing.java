package platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** The terminal's end of the sealed container, written from PLATFORM-API.md, section 6. */
public final class Sealing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PIECE = 65_536;

    private Sealing() {}

    public static byte[] seal(byte[] plaintext, UUID id, String keyId, String publicKey) {
        byte[] dataKey = new byte[16];
        byte[] prefix = new byte[8];
        RANDOM.nextBytes(dataKey);
        RANDOM.nextBytes(prefix);
        byte[] wrapped = wrap(dataKey, Base64.getDecoder().decode(publicKey));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("OKS1".getBytes(StandardCharsets.US_ASCII));
        out.write(1);
        out.write(keyId.length());
        out.writeBytes(keyId.getBytes(StandardCharsets.US_ASCII));
        out.write(wrapped.length >> 8);
        out.write(wrapped.length);
        out.writeBytes(wrapped);
        out.writeBytes(prefix);
        for (int i = 0; i * PIECE < plaintext.length; i++) {
            int length = Math.min(PIECE, plaintext.length - i * PIECE);
            int word = (i + 1) * PIECE >= plaintext.length ? i | 0x8000_0000 : i;
            out.writeBytes(segment(plaintext, i * PIECE, length, dataKey, prefix, id, word));
        }
        return out.toByteArray();
    }

    private static byte[] segment(byte[] plain, int from, int length, byte[] key, byte[] prefix, UUID id, int word) {
        byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(word).array();
        byte[] associated = ByteBuffer.allocate(24)
                .put("OKS1".getBytes(StandardCharsets.US_ASCII))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(word)
                .array();
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
        byte[] sealed = new byte[length + 16];
        try {
            int done = cipher.processBytes(plain, from, length, sealed, 0);
            cipher.doFinal(sealed, done);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
        return sealed;
    }

    private static byte[] wrap(byte[] dataKey, byte[] publicKey) {
        X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(
                true,
                new ParametersWithRandom(
                        new ECPublicKeyParameters(domain.getCurve().decodePoint(publicKey), domain), RANDOM));
        try {
            return engine.processBlock(dataKey, 0, dataKey.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }
}
