package kiosk.drivers.peers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that end: what a process of another maker does is learnt by looking. */
public final class Patient {
    private static final long BETWEEN_LOOKS = 2_000_000;

    private Patient() {}

    /** Waits until it is so, or fails and says what did not come. */
    public static void until(Duration patience, BooleanSupplier condition, String what) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("in vain waited for: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
