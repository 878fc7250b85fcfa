package platform.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;

/** An SM2 key pair of the platform: it opens what was sealed to it, and signs. */
public final class KeyPair {
    private static final int HEX = 16;

    private final BigInteger secret;
    private final PublicKey publicKey;

    private KeyPair(BigInteger secret) {
        if (!Sm2.isSecret(secret)) {
            throw new IllegalArgumentException("This is no secret key of the curve.");
        }
        this.secret = secret;
        this.publicKey = new PublicKey(Sm2.publicKey(secret));
    }

    static KeyPair fresh() {
        return new KeyPair(Sm2.newSecret(new SecureRandom()));
    }

    /** The pair whose secret is written so. */
    static KeyPair ofHex(String secret) {
        return new KeyPair(new BigInteger(secret, HEX));
    }

    String hex() {
        return secret.toString(HEX);
    }

    public String id() {
        return publicKey.id();
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** A signature {@code r ‖ s}, in Base64. */
    public String sign(byte[] bytes) {
        return Base64.getEncoder().encodeToString(Sm2.sign(secret, bytes));
    }

    byte[] unwrap(byte[] wrapped) throws Unreadable {
        return Sm2.decrypt(secret, wrapped);
    }

    @Override
    public String toString() {
        return "KeyPair[" + id() + "]";
    }
}
