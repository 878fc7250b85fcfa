package kiosk.drivers.serial;

import java.time.Duration;

/** The moment at which a wait has to end, by the clock that is never set. */
public record Deadline(long nanos) {
    /** The moment so long from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Whether it has come. */
    public boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /** How long it is till then; zero once it has come. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** The earlier of this moment and the one so long from now. */
    public Deadline orIn(Duration duration) {
        return duration.compareTo(left()) < 0 ? in(duration) : this;
    }
}
