package platform.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SHA-256 over what travels and SM3 (GB/T 32905) over what is signed, written as RFC 9530 writes a digest. */
public final class Digest {
    private Digest() {}

    /** {@code sha-256=:<Base64>:}, as in {@code Content-Digest} (RFC 9530, section 2). */
    public static String of(byte[] content) {
        return sha256Text(sha256().digest(content));
    }

    /** The same of a digest that was taken elsewhere. */
    public static String sha256Text(byte[] digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** A digest still to be fed. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The 32 bytes of SM3. */
    public static byte[] sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }

    /** {@code sm3=:<Base64>:} of a digest that was taken. */
    public static String sm3Text(byte[] digest) {
        return "sm3=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    /** The named values as they are signed: each followed by one line feed (PLATFORM-API.md, section 1). */
    public static byte[] signedLines(String... values) {
        return (String.join("\n", values) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
