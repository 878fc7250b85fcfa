package platform.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve and the public-key decryption of GB/T 32918, parts 4 and 5. */
final class Sm2 {
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
}
