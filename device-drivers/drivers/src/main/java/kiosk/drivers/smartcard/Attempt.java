package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long one call may last, shared by the thread that waits for it and the thread that works on it. */
final class Attempt {
    /** What a card that has begun to be read may still take. */
    private static final Duration A_WHOLE_CARD = Duration.ofSeconds(5);
    /** What the working thread may be late by before it counts as stuck. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final long patienceEnds;
    private volatile long latestEnd;

    Attempt(Duration patience) {
        patienceEnds = System.nanoTime() + patience.toNanos();
        latestEnd = patienceEnds + GRACE.toNanos();
    }

    /** A card lies there: its reading may outlast the patience. */
    void cardFound() {
        latestEnd = Math.max(patienceEnds, System.nanoTime() + A_WHOLE_CARD.toNanos());
    }

    /** Nobody waits for the answer any more. */
    void abandon() {
        abandoned.countDown();
    }

    boolean overdue() {
        return System.nanoTime() - latestEnd > 0;
    }

    /** Waits a little; false once the patience has ended or nobody waits any more. */
    boolean goesOnAfter(Duration pause) throws InterruptedException {
        long rest = Math.min(pause.toNanos(), patienceEnds - System.nanoTime());
        return !abandoned.await(Math.max(0, rest), TimeUnit.NANOSECONDS) && System.nanoTime() - patienceEnds < 0;
    }
}
