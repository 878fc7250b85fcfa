package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The two times a courier lives by: the clock on the wall, which is written to the disk and which somebody may put back or forward, and
 * the time that passes, by which it waits.
 */
public final class Times {
    private static final Duration NOT_A_JUMP = Duration.ofSeconds(2);

    private final Clock wall;
    private final LongSupplier nanos;
    private final long origin;
    private Instant wallThen;
    private long passedThen;
    /** By how much the clock was put on or back, and {@link #heeded} was not called yet. */
    private Optional<Duration> leapt = Optional.empty();

    /** @param nanos never goes back: {@link System#nanoTime()} */
    public Times(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        this.wallThen = wall.instant();
    }

    /** The times of this machine, with that clock on the wall. */
    public static Times of(Clock wall) {
        return new Times(wall, System::nanoTime);
    }

    /** What the clock on the wall shows, as far as it was looked at: it goes on by itself, and jumps only at {@link #jump}. */
    synchronized Instant now() {
        return wallThen.plusNanos(passed() - passedThen);
    }

    /** Nanoseconds that have passed since this was made. */
    long passed() {
        return nanos.getAsLong() - origin;
    }

    /**
     * How far the clock on the wall was put forward, or back, in all, since that was last {@link #heeded}; empty where it only went on.
     * Where it was put there and back again it is nothing, but not empty.
     */
    synchronized Optional<Duration> jump() {
        Instant wallNow = wall.instant();
        long passedNow = passed();
        Duration by = Duration.between(wallThen, wallNow).minusNanos(passedNow - passedThen);
        wallThen = wallNow;
        passedThen = passedNow;
        if (by.abs().compareTo(NOT_A_JUMP) >= 0) {
            leapt = Optional.of(leapt.orElse(Duration.ZERO).plus(by));
        }
        return leapt;
    }

    /** What {@link #jump} told is on the disk. */
    synchronized void heeded() {
        leapt = Optional.empty();
    }
}
