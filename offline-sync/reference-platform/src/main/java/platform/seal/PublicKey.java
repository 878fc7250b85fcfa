package platform.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import platform.wire.Digest;

/** An SM2 public key: 65 bytes {@code 04 ‖ x ‖ y}, and an id that is taken from them, so that both cannot disagree. */
public final class PublicKey {
    private static final int ID_LENGTH = 16;

    private final byte[] point;

    PublicKey(byte[] point) {
        this.point = point.clone();
    }

    /** The key that is written so, if it is one. */
    public static Optional<PublicKey> of(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64))
                    .filter(Sm2::isPublicKey)
                    .map(PublicKey::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first 16 hexadecimal digits of SHA-256 over the key. */
    public String id() {
        return Digest.hex(point).substring(0, ID_LENGTH);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(point);
    }

    public boolean signed(byte[] bytes, byte[] signature) {
        return Sm2.verifies(point, bytes, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "PublicKey[" + id() + "]";
    }
}
