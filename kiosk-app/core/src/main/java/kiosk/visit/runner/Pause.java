package kiosk.visit.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait between two questions to a device or the platform; interrupting ends it. */
final class Pause {
    private Pause() {}

    static void of(Duration length) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
        if (never) {
            throw new IllegalStateException("nobody counts this latch down");
        }
    }
}
