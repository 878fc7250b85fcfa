package kiosk.drivers.scanner;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When a scan must have ended; it cuts every wait into slices short enough that an interrupt is seen soon. */
public final class Deadline {
    private static final long SLICE = Duration.ofMillis(100).toNanos();

    private final long end;
    private volatile boolean abandoned;

    private Deadline(long end) {
        this.end = end;
    }

    /** So long from now. */
    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Ends it now, from whichever thread. */
    public void abandon() {
        abandoned = true;
    }

    /** How many milliseconds may be waited now, at least one. */
    public int slice() throws InterruptedException, SocketTimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long rest = end - System.nanoTime();
        if (rest <= 0 || abandoned) {
            throw new SocketTimeoutException("patience ended");
        }
        return (int) Math.max(1, Duration.ofNanos(Math.min(rest, SLICE)).toMillis());
    }
}
