package platform.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve, signatures and public-key decryption of GB/T 32918, parts 2, 4 and 5, with the user id of GM/T 0009. */
final class Sm2 {
    static final int PUBLIC_KEY_BYTES = 65;
    static final int SIGNATURE_BYTES = 64;
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final ECDomainParameters CURVE = curve();

    private Sm2() {}

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }

    static BigInteger newSecret(SecureRandom random) {
        BigInteger secret;
        do {
            secret = new BigInteger(CURVE.getN().bitLength(), random);
        } while (!isSecret(secret));
        return secret;
    }

    static boolean isSecret(BigInteger number) {
        return number.signum() > 0 && number.compareTo(CURVE.getN().subtract(BigInteger.ONE)) < 0;
    }

    /** {@code 04 ‖ x ‖ y}. */
    static byte[] publicKey(BigInteger secret) {
        return new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), secret)
                .normalize()
                .getEncoded(false);
    }

    /** Whether these are the 65 bytes of a point of the curve. */
    static boolean isPublicKey(byte[] bytes) {
        if (bytes.length != PUBLIC_KEY_BYTES || bytes[0] != 4) {
            return false;
        }
        try {
            ECPoint point = CURVE.getCurve().decodePoint(bytes);
            return point.isValid() && !point.isInfinity();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code C1 ‖ C3 ‖ C2} opened. */
    static byte[] decrypt(BigInteger secret, byte[] wrapped) throws Unreadable {
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, new ECPrivateKeyParameters(secret, CURVE));
        try {
            return engine.processBlock(wrapped, 0, wrapped.length);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw new Unreadable("The wrapped key does not open.");
        }
    }

    /** {@code r ‖ s} over SM3 of these bytes. */
    static byte[] sign(BigInteger secret, byte[] bytes) {
        SM2Signer signer = signer(
                true, new ParametersWithRandom(new ECPrivateKeyParameters(secret, CURVE), new SecureRandom()), bytes);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("A key of the curve signs.", e);
        }
    }

    static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        ECPublicKeyParameters key = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE);
        return signature.length == SIGNATURE_BYTES && signer(false, key, bytes).verifySignature(signature);
    }

    private static SM2Signer signer(boolean forSigning, CipherParameters key, byte[] bytes) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(forSigning, new ParametersWithID(key, USER_ID));
        signer.update(bytes, 0, bytes.length);
        return signer;
    }
}
