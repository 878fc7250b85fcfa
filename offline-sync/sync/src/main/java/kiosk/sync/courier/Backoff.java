package kiosk.sync.courier;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles with each attempt, so that terminals that lost the
 * platform together do not come back together; after what the platform asks for, and up to half as much more, where it asks.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final Duration MOST_ASKED = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;

    /** From one second to five minutes. */
    public static Backoff usual(RandomGenerator random) {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random);
    }

    /** The wait after that many attempts. */
    public Duration after(int attempts) {
        long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, attempts));
        return Duration.ofMillis(random.nextLong(Math.min(longest.toMillis(), doubled) + 1));
    }

    /** The wait after that many attempts, the last of which was answered with a wish. */
    public Duration after(int attempts, Optional<Duration> asked) {
        if (asked.isEmpty()) {
            return after(attempts);
        }
        long bounded = Math.min(asked.get().toMillis(), MOST_ASKED.toMillis());
        return Duration.ofMillis(bounded + random.nextLong(bounded / 2 + 1));
    }
}
