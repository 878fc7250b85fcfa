package kiosk.sync.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The way to the platform, for all parcels at once: closed for a while when the platform is away, busy or does not let us in. */
final class Lane {
    private final Backoff backoff;
    private final Duration spread;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    /** @param spread over how long terminals that lost the platform together come back */
    Lane(Backoff backoff, Duration spread) {
        this.backoff = backoff;
        this.spread = spread;
    }

    void open() {
        failures = 0;
        closedUntil = Instant.MIN;
    }

    /**
     * Closes the way after one more failure in a row.
     *
     * @return when the parcel that met the failure is to be tried again
     */
    Instant close(Instant now, int attempts, Optional<Duration> asked) {
        Instant own = now.plus(backoff.after(attempts, asked));
        closedUntil = asked.isPresent() ? own : now.plus(backoff.after(failures));
        failures++;
        return own;
    }

    /** The platform answers again; this terminal waits for its turn among the others. */
    void lineIsBack(Instant now) {
        failures = 0;
        closedUntil =
                spread.isZero() ? Instant.MIN : now.plusMillis(backoff.random().nextLong(spread.toMillis()));
    }

    Duration closedFor(Instant now) {
        return now.isBefore(closedUntil) ? Duration.between(now, closedUntil) : Duration.ZERO;
    }
}
