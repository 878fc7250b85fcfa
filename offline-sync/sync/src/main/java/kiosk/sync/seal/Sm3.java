package kiosk.sync.seal;

import java.util.Base64;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 (GB/T 32905) and how the wire writes it. */
public final class Sm3 {
    private Sm3() {}

    /** The 32 bytes. */
    public static byte[] of(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return sum;
    }

    /** As the wire writes a digest: {@code sm3=:…:}. */
    public static String field(byte[] bytes) {
        return written(of(bytes));
    }

    /** The 32 bytes of a digest as the wire writes them. */
    public static String written(byte[] sum) {
        return "sm3=:" + Base64.getEncoder().encodeToString(sum) + ":";
    }
}
