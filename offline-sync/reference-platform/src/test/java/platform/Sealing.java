package platform;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import platform.wire.Digest;

/** The terminal's end of a submission, written from PLATFORM-API.md, section 6. */
public final class Sealing {
    private static final X9ECParameters NAMED = CustomNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters CURVE =
            new ECDomainParameters(NAMED.getCurve(), NAMED.getG(), NAMED.getN(), NAMED.getH());
    private static final List<String> KINDS = List.of("application", "certificate", "payment", "rating");
    private static final int PIECE = 65_536;

    private final About about;
    private final List<byte[]> recipients;
    private final Signer signer;
    private final SecureRandom random;

    public Sealing(About about, List<byte[]> recipients, Signer signer, SecureRandom random) {
        this.about = about;
        this.recipients = recipients;
        this.signer = signer;
        this.random = random;
    }

    /** What the manifest says in clear. */
    public record About(
            UUID id,
            UUID dependsOn,
            UUID replaces,
            String kind,
            long sealedAt,
            long journalCount,
            byte[] journalHead,
            String terminal,
            String item,
            String number) {}

    /** A manifest and the parts it names. */
    public record Sealed(byte[] manifest, List<byte[]> parts) {}

    /** A terminal's signing key. */
    public record Signer(BigInteger secret) {
        public static Signer fresh(SecureRandom random) {
            return new Signer(new BigInteger(255, random).add(BigInteger.ONE));
        }

        public byte[] publicKey() {
            return CURVE.getG().multiply(secret).normalize().getEncoded(false);
        }

        public String id() {
            return Digest.hex(publicKey()).substring(0, 16);
        }

        public byte[] sign(byte[] bytes, SecureRandom random) {
            SM2Signer sm2 = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
            sm2.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(secret, CURVE), random));
            sm2.update(bytes, 0, bytes.length);
            try {
                return sm2.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        SM2Signer sm2 = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        sm2.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE));
        sm2.update(bytes, 0, bytes.length);
        return sm2.verifySignature(signature);
    }

    /** Draws from the random source: SM4 key, nonce prefix, one number for each recipient, one for the signature. */
    public Sealed seal(List<byte[]> plain, IntPredicate uploaded) {
        byte[] dataKey = random(16);
        byte[] prefix = random(6);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("OKM1"));
        out.write(1);
        List.of(about.id(), about.dependsOn(), about.replaces()).forEach(id -> out.writeBytes(bytes(id)));
        out.write(KINDS.indexOf(about.kind()) + 1);
        out.writeBytes(ByteBuffer.allocate(16)
                .putLong(about.sealedAt())
                .putLong(about.journalCount())
                .array());
        out.writeBytes(about.journalHead());
        List.of(about.terminal(), about.item(), about.number()).forEach(word -> word(out, word));
        out.writeBytes(prefix);
        out.write(recipients.size());
        for (byte[] recipient : recipients) {
            word(out, Digest.hex(recipient).substring(0, 16));
            out.writeBytes(wrap(dataKey, recipient));
        }
        out.write(plain.size());
        List<byte[]> parts = new ArrayList<>();
        for (int n = 0; n < plain.size(); n++) {
            parts.add(part(plain.get(n), n, dataKey, prefix));
            out.write(uploaded.test(n) ? 1 : 0);
            out.writeBytes(ByteBuffer.allocate(4).putInt(parts.get(n).length).array());
            out.writeBytes(Digest.sm3(parts.get(n)));
        }
        word(out, signer.id());
        out.writeBytes(signer.sign(out.toByteArray(), random));
        return new Sealed(out.toByteArray(), parts);
    }

    private byte[] part(byte[] plain, int n, byte[] key, byte[] prefix) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i * PIECE < plain.length; i++) {
            int length = Math.min(PIECE, plain.length - i * PIECE);
            int word = (i + 1) * PIECE >= plain.length ? i | 0x8000_0000 : i;
            byte[] nonce = ByteBuffer.allocate(12)
                    .put(prefix)
                    .putShort((short) n)
                    .putInt(word)
                    .array();
            byte[] associated = ByteBuffer.allocate(26)
                    .put(ascii("OKM1"))
                    .put(bytes(about.id()))
                    .putShort((short) n)
                    .putInt(word)
                    .array();
            out.writeBytes(segment(
                    plain, i * PIECE, length, new AEADParameters(new KeyParameter(key), 128, nonce, associated)));
        }
        return out.toByteArray();
    }

    private static byte[] segment(byte[] plain, int from, int length, AEADParameters parameters) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, parameters);
        byte[] sealed = new byte[length + 16];
        try {
            int done = cipher.processBytes(plain, from, length, sealed, 0);
            cipher.doFinal(sealed, done);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
        return sealed;
    }

    private byte[] wrap(byte[] dataKey, byte[] publicKey) {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(
                true,
                new ParametersWithRandom(
                        new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE), random));
        try {
            return engine.processBlock(dataKey, 0, dataKey.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static void word(ByteArrayOutputStream out, String word) {
        out.write(word.length());
        out.writeBytes(ascii(word));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
