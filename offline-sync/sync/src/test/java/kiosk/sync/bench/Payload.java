package kiosk.sync.bench;

import java.time.Clock;
import java.util.Random;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import kiosk.sync.store.SealedAlready;

/** What is handed in where only its length matters: bytes that look sealed. */
final class Payload {
    /** As long as an application without pages is when it is sealed. */
    static final int BYTES = 4096;

    private static final Random RANDOM = new Random(BYTES);

    private Payload() {}

    static Sealed.Put fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return SealedAlready.put(bytes);
    }

    static SubmissionId id() {
        return SubmissionId.create(Clock.systemUTC());
    }
}
