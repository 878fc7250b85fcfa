package kiosk.sync.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A public key: an SM2 point (GB/T 32918.5), and its id: the first 16 hexadecimal digits of SHA-256 over the 65 bytes
 * {@code 04 ‖ x ‖ y}, so that an id and its key cannot disagree (PLATFORM-API.md, section 1).
 */
public final class Sm2PublicKey {
    /** The curve sm2p256v1. */
    public static final ECDomainParameters CURVE = curve();

    /** The user id that all signatures are made with (GM/T 0009). */
    public static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private static final int LENGTH = 65;
    private static final int COMPRESSED = 33;
    private static final int ID_LENGTH = 16;
    private static final int SIGNATURE = 64;

    private final byte[] encoded;
    private final ECPublicKeyParameters point;

    private Sm2PublicKey(byte[] encoded, ECPublicKeyParameters point) {
        this.encoded = encoded;
        this.point = point;
    }

    private static ECDomainParameters curve() {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    /** The key of that Base64 text, if it is a point of the curve. */
    public static Optional<Sm2PublicKey> parse(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            boolean written = encoded.length == LENGTH && encoded[0] == 4;
            return written ? Optional.of(of(CURVE.getCurve().decodePoint(encoded))) : Optional.empty();
        } catch (IllegalArgumentException notBase64OrNotOnTheCurve) {
            return Optional.empty();
        }
    }

    /** The key of that Base64 text, if it has that id. */
    public static Optional<Sm2PublicKey> parse(String id, String base64) {
        return parse(base64).filter(it -> it.id().equals(id));
    }

    /** The key of 33 bytes, 02 or 03 ‖ x, if there is such a point on the curve. */
    public static Optional<Sm2PublicKey> decompressed(byte[] bytes) {
        try {
            boolean written = bytes.length == COMPRESSED && (bytes[0] == 2 || bytes[0] == 3);
            return written ? Optional.of(of(CURVE.getCurve().decodePoint(bytes))) : Optional.empty();
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
    }

    /** The key in 33 bytes: 02 or 03 ‖ x. */
    public byte[] compressed() {
        return point.getQ().getEncoded(true);
    }

    /** The key at that point. */
    public static Sm2PublicKey of(ECPoint point) {
        return new Sm2PublicKey(point.getEncoded(false), new ECPublicKeyParameters(point, CURVE));
    }

    /** The key's id. */
    public String id() {
        return HexFormat.of().formatHex(Sha256.of(encoded)).substring(0, ID_LENGTH);
    }

    /** The 65 bytes as Base64, as {@link #parse} reads them. */
    public String base64() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** Whether r ‖ s is this key's signature of the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        verifier.init(false, new ParametersWithID(point, USER));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** Encrypts a few bytes to this key (GB/T 32918.4): C1 ‖ C3 ‖ C2, 97 bytes longer. */
    byte[] encrypt(byte[] bytes, SecureRandom random) throws InvalidCipherTextException {
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(point, random));
        return engine.processBlock(bytes, 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2PublicKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "Sm2PublicKey[" + id() + "]";
    }
}
