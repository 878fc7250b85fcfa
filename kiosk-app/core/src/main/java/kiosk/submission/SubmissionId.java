package kiosk.submission;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** The identity of a submission on the wire: a UUID version 7 (RFC 9562, 5.7) made at the terminal before anything is stored. */
public record SubmissionId(UUID uuid) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new identity: 48 bits of milliseconds, 74 random bits. */
    public static SubmissionId create(Clock clock) {
        long high = (clock.millis() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new SubmissionId(new UUID(high, low));
    }

    /** The identity of that text, as {@link #toString} writes it. */
    public static SubmissionId parse(String text) {
        return new SubmissionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
