package kiosk.sync.slip;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kiosk.platform.SlipProofs;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.Signer;

/**
 * What the code on a slip says (PLATFORM-API.md, section 14). Its text is {@code OKQ1:} and the Base45 of
 *
 * <pre>
 * 1       version = 01
 * 16      the submission's uuid
 * 8       taken at, milliseconds since 1970
 * 32      SM3 over the manifest
 * 1 + t   length and ASCII of the terminal's id
 * 1 + i   length and ASCII of the item
 * 1 + n   length and ASCII of the number
 * 33      the terminal's signing key, compressed: 02 or 03 ‖ x
 * 1 + k   length and ASCII of the id of the sign key that endorsed it
 * 64      that endorsement
 * 64      signature of the terminal's key over all bytes before it
 * </pre>
 *
 * @param claim what it says was taken
 * @param key the terminal's signing key, compressed
 */
record SlipCode(Claim claim, byte[] key, Endorsement endorsement) {
    private static final byte VERSION = 1;
    private static final int DIGEST = 32;
    private static final int KEY = 33;
    private static final int SIGNATURE = 64;
    private static final int LONGEST = 486;
    private static final long LATEST = 253_402_300_799_999L;
    private static final Pattern TERMINAL = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern ITEM = Pattern.compile("[!-~]{1,128}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{4,40}");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** What a terminal says that it took. */
    record Claim(UUID id, long takenAt, byte[] digest, String terminal, String item, String number) {
        @Override
        public String toString() {
            return "Claim[" + id + "]";
        }
    }

    /**
     * A code that was read and is whole; whether it is true is not said.
     *
     * @param signed what the signature is over
     */
    record Read(SlipCode code, byte[] signed, byte[] signature) {
        @Override
        public String toString() {
            return "Read[" + code + "]";
        }
    }

    /** The text of this code, signed. */
    String text(Signer signer) {
        byte[] body = body();
        byte[] signature = signer.sign(body);
        return SlipProofs.PREFIX
                + Base45.encode(ByteBuffer.allocate(body.length + SIGNATURE)
                        .put(body)
                        .put(signature)
                        .array());
    }

    private byte[] body() {
        ByteBuffer out = ByteBuffer.allocate(LONGEST)
                .put(VERSION)
                .putLong(claim.id().getMostSignificantBits())
                .putLong(claim.id().getLeastSignificantBits())
                .putLong(claim.takenAt())
                .put(claim.digest());
        put(out, claim.terminal());
        put(out, claim.item());
        put(out, claim.number());
        out.put(key);
        put(out, endorsement.key());
        out.put(endorsement.bytes());
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void put(ByteBuffer out, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) ascii.length).put(ascii);
    }

    /** The code of a text that begins as one, however hostile; empty where it is not whole or not written as a terminal writes it. */
    static Optional<Read> read(String text) {
        String coded = text.substring(SlipProofs.PREFIX.length()).toUpperCase(Locale.ROOT);
        return coded.length() > LONGEST * 3 / 2
                ? Optional.empty()
                : Base45.decode(coded).flatMap(SlipCode::read);
    }

    private static Optional<Read> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != VERSION) {
                return Optional.empty();
            }
            UUID id = new UUID(in.getLong(), in.getLong());
            long takenAt = in.getLong();
            byte[] digest = taken(in, DIGEST);
            Claim claim = new Claim(id, takenAt, digest, text(in), text(in), text(in));
            SlipCode code = new SlipCode(claim, taken(in, KEY), endorsement(in));
            byte[] signed = Arrays.copyOf(bytes, in.position());
            byte[] signature = taken(in, SIGNATURE);
            return in.hasRemaining() || !code.wellWritten()
                    ? Optional.empty()
                    : Optional.of(new Read(code, signed, signature));
        } catch (BufferUnderflowException cutShort) {
            return Optional.empty();
        }
    }

    private boolean wellWritten() {
        return claim.takenAt() >= 0
                && claim.takenAt() <= LATEST
                && TERMINAL.matcher(claim.terminal()).matches()
                && ITEM.matcher(claim.item()).matches()
                && NUMBER.matcher(claim.number()).matches()
                && KEY_ID.matcher(endorsement.key()).matches();
    }

    private static Endorsement endorsement(ByteBuffer in) {
        return new Endorsement(text(in), Base64.getEncoder().encodeToString(taken(in, SIGNATURE)));
    }

    private static byte[] taken(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        return new String(taken(in, in.get() & 0xFF), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "SlipCode[" + claim.id() + "]";
    }
}
