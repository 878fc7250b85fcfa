package kiosk.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * What follows from everything a card says, and from nothing else: 32 bytes that come out alike each time the same card is read, and
 * that nobody can make who has not had the card. What a citizen leaves half done is locked with it. It lives as long as the visit.
 *
 * <pre>
 * SHA-256 ( "onestop-kiosk card 1" ‖ for each part: its length (4 bytes, big-endian) ‖ its bytes )
 * </pre>
 */
public final class CardImprint {
    /** How many bytes it has. */
    public static final int BYTES = 32;

    private static final byte[] LABEL = "onestop-kiosk card 1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private CardImprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The imprint of a card that says these parts, raw as they were read, in an order that is always the same. */
    public static CardImprint of(List<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL);
            for (byte[] part : parts) {
                digest.update(ByteBuffer.allocate(4).putInt(part.length).array());
                digest.update(part);
            }
            return new CardImprint(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("no SHA-256", everyJavaHasIt);
        }
    }

    /** A copy of the bytes, to derive keys from; the caller wipes it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardImprint imprint && MessageDigest.isEqual(bytes, imprint.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CardImprint";
    }
}
