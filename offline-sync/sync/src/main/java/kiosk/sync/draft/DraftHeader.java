package kiosk.sync.draft;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of a draft's file, which tells without the card how long the draft lives. All integers are big-endian:
 *
 * <pre>
 * offset  length
 * 0       4       "OKD1"
 * 4       1       version = 01
 * 5       8       kept at, milliseconds since 1970
 * 13      8       until, milliseconds since 1970
 * 21      32      salt, fresh for each file
 * 53      32      seal over the file's name and bytes 0 to 52, see DraftKeys
 * 85      …       segments, see Segments
 * </pre>
 */
record DraftHeader(Instant kept, Instant until, byte[] salt) {
    static final int BYTES = 85;

    private static final byte[] MAGIC = "OKD1".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT = 32;
    private static final int SEALED = BYTES - DraftKeys.SEAL;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DraftHeader fresh(Clock clock, Duration keepFor) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Instant now = Instant.ofEpochMilli(clock.millis());
        return new DraftHeader(now, now.plus(keepFor), salt);
    }

    /** The header of a file of that name, if this terminal sealed it. */
    static Optional<DraftHeader> read(String name, byte[] bytes, DraftKeys keys) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        byte version = in.get();
        Instant kept = Instant.ofEpochMilli(in.getLong());
        Instant until = Instant.ofEpochMilli(in.getLong());
        byte[] salt = new byte[SALT];
        in.get(salt);
        byte[] seal = keys.sealOf(name, Arrays.copyOf(bytes, SEALED));
        boolean ours = Arrays.equals(magic, MAGIC)
                && version == VERSION
                && MessageDigest.isEqual(seal, Arrays.copyOfRange(bytes, SEALED, BYTES));
        return ours ? Optional.of(new DraftHeader(kept, until, salt)) : Optional.empty();
    }

    byte[] bytes(String name, DraftKeys keys) {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.put(MAGIC).put(VERSION).putLong(kept.toEpochMilli()).putLong(until.toEpochMilli());
        out.put(salt);
        return out.put(keys.sealOf(name, Arrays.copyOf(out.array(), SEALED))).array();
    }

    /** Whether the draft may still be opened; one from the future, or older than it may be by now, may not: a clock was wrong. */
    boolean lives(Instant now, Duration keepFor) {
        return now.isBefore(until) && now.isBefore(kept.plus(keepFor)) && !kept.isAfter(now.plus(Ages.DRIFT));
    }

    @Override
    public String toString() {
        return "DraftHeader[" + kept + ", " + until + "]";
    }
}
