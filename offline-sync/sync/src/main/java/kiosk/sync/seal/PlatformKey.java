package kiosk.sync.seal;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * The platform's public key, an SM2 point (GB/T 32918.5), and its id: the first 16 hexadecimal digits of SHA-256 over the 65 bytes
 * {@code 04 ‖ x ‖ y}, so that an id and its key cannot disagree (PLATFORM-API.md, section 3).
 */
public final class PlatformKey {
    private static final int LENGTH = 65;
    private static final int ID_LENGTH = 16;

    private final byte[] encoded;
    private final ECPublicKeyParameters point;

    private PlatformKey(byte[] encoded, ECPublicKeyParameters point) {
        this.encoded = encoded;
        this.point = point;
    }

    /** The key of that Base64 text, if it is a point of the curve. */
    public static Optional<PlatformKey> parse(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            return encoded.length == LENGTH && encoded[0] == 4 ? Optional.of(of(encoded)) : Optional.empty();
        } catch (IllegalArgumentException notBase64OrNotOnTheCurve) {
            return Optional.empty();
        }
    }

    private static PlatformKey of(byte[] encoded) {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
        ECDomainParameters domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        return new PlatformKey(
                encoded, new ECPublicKeyParameters(curve.getCurve().decodePoint(encoded), domain));
    }

    /** The key's id. */
    public String id() {
        return HexFormat.of().formatHex(Sha256.of(encoded)).substring(0, ID_LENGTH);
    }

    /** The 65 bytes as Base64, as {@link #parse} reads them. */
    public String base64() {
        return Base64.getEncoder().encodeToString(encoded);
    }

    ECPublicKeyParameters point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlatformKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "PlatformKey[" + id() + "]";
    }
}
