package kiosk.desktop.technician.door;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The answer to a challenge under a shared key: OCRA, RFC 6287. A suite names the hash, the digits of the answer and what goes into it:
 * {@code OCRA-1:HOTP-SHA256-8:QN08}. Challenges are numeric; counter and hashed PIN are understood, time and session are not.
 */
public final class Ocra {
    private static final Pattern SUITE =
            Pattern.compile("OCRA-1:HOTP-SHA(1|256|512)-([4-9]|10):(C-)?QN(\\d\\d)(-PSHA1)?");
    /** What the technician's door uses: no clock and no counter, for either may be what is wrong. */
    public static final Ocra DOOR = new Ocra("OCRA-1:HOTP-SHA256-8:QN08");

    private static final int QUESTION = 128;
    private static final int MOST_HEX = QUESTION * 2;

    private final String suite;
    private final String algorithm;
    private final int digits;

    /**
     * What goes into an answer, beside the suite and the key.
     *
     * @param question decimal digits
     * @param pinHash the SHA-1 of a PIN, 20 bytes
     */
    record Input(OptionalLong counter, String question, Optional<byte[]> pinHash) {}

    /**
     * OCRA by that suite.
     *
     * @throws IllegalArgumentException if it is no suite that is understood
     */
    Ocra(String suite) {
        Matcher parts = SUITE.matcher(suite);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an OCRA suite that is understood");
        }
        this.suite = suite;
        this.algorithm = "HmacSHA" + parts.group(1);
        this.digits = Integer.parseInt(parts.group(2));
    }

    /** The answer to a challenge of decimal digits. */
    public String answer(byte[] key, String challenge) {
        return answer(key, new Input(OptionalLong.empty(), challenge, Optional.empty()));
    }

    /** The answer by everything the suite asks for (RFC 6287, 5.1 and 6.3). */
    String answer(byte[] key, Input input) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(suite.getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        input.counter()
                .ifPresent(it -> message.writeBytes(
                        ByteBuffer.allocate(Long.BYTES).putLong(it).array()));
        message.writeBytes(question(input.question()));
        input.pinHash().ifPresent(message::writeBytes);
        return truncated(mac(key, message.toByteArray()));
    }

    /** The number in hexadecimal, filled up with zeros at its end to 128 bytes. */
    private static byte[] question(String decimal) {
        String hex = new BigInteger(decimal).toString(16);
        return HexFormat.of().parseHex(hex + "0".repeat(MOST_HEX - hex.length()));
    }

    private byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + algorithm, missing);
        }
    }

    /** Dynamic truncation, RFC 4226 5.3. */
    private String truncated(byte[] hash) {
        int offset = hash[hash.length - 1] & 0xF;
        long number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFFL;
        return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
    }
}
