package kiosk.sync.keys;

import java.math.BigInteger;
import java.security.SecureRandom;
import kiosk.sync.seal.NotSealed;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm2PublicKey;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;

/** An SM2 private key in memory (GB/T 32918.2), and what it signs. */
public final class Sm2Secret implements Signer {
    private static final int BYTES = 32;

    private final BigInteger scalar;
    private final Sm2PublicKey publicKey;
    private final SecureRandom random;

    private Sm2Secret(BigInteger scalar, SecureRandom random) {
        this.scalar = scalar;
        this.random = random;
        this.publicKey =
                Sm2PublicKey.of(Sm2PublicKey.CURVE.getG().multiply(scalar).normalize());
    }

    /** A fresh key. */
    public static Sm2Secret fresh(SecureRandom random) {
        BigInteger most = Sm2PublicKey.CURVE.getN().subtract(BigInteger.TWO);
        return new Sm2Secret(BigIntegers.createRandomInRange(BigInteger.ONE, most, random), random);
    }

    /**
     * The key of those 32 bytes.
     *
     * @throws IllegalArgumentException if they are no private key
     */
    public static Sm2Secret of(byte[] bytes, SecureRandom random) {
        BigInteger scalar = new BigInteger(1, bytes);
        boolean inRange = scalar.signum() > 0
                && scalar.compareTo(Sm2PublicKey.CURVE.getN().subtract(BigInteger.ONE)) < 0;
        if (bytes.length != BYTES || !inRange) {
            throw new IllegalArgumentException("not an SM2 private key");
        }
        return new Sm2Secret(scalar, random);
    }

    byte[] bytes() {
        return BigIntegers.asUnsignedByteArray(BYTES, scalar);
    }

    @Override
    public Sm2PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(scalar, Sm2PublicKey.CURVE);
        signer.init(true, new ParametersWithID(new ParametersWithRandom(key, random), Sm2PublicKey.USER));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new NotSealed("the terminal's key does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "Sm2Secret[" + publicKey.id() + "]";
    }
}
