package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import kiosk.visit.Visit;

/**
 * Counts how long a step has been silent. A step whose time is limited anyhow is counted by a source that nobody can set: the terminal's
 * clock may be what the technician mends in that time.
 */
final class Silence {
    private static final Duration TICKS_APART = Duration.ofSeconds(2);

    private final Patience patience;
    private final Clock clock;
    private final LongSupplier nanos;
    private Optional<Instant> deadline = Optional.empty();
    private long begun;

    /** Silence by that clock, and by a source as {@link System#nanoTime} is. */
    Silence(Patience patience, Clock clock, LongSupplier nanos) {
        this.patience = patience;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** When it will have lasted too long; empty if it never will. */
    Optional<Instant> deadline() {
        return deadline;
    }

    /** It was broken: it is counted anew for this step. */
    void brokenAt(Visit step) {
        begun = nanos.getAsLong();
        deadline = patience.of(step).map(clock.instant()::plus);
    }

    /** Somebody is there: it is counted anew, unless the step's time is limited anyhow. */
    void touchedAt(Visit step) {
        if (!step.timeBoxed()) {
            brokenAt(step);
        }
    }

    /** Whether it has lasted too long. A deadline further away than the step's patience means that the clock was set back. */
    boolean isTooLong(Visit step) {
        Instant now = clock.instant();
        if (step.timeBoxed()) {
            return patience.of(step).filter(it -> isOver(it, now)).isPresent();
        }
        if (patience.of(step).map(now::plus).filter(this::isBeforeTheDeadline).isPresent()) {
            brokenAt(step);
        }
        return deadline.filter(it -> !now.isBefore(it)).isPresent();
    }

    /** Whether a limited time is over; where the clock was set, the deadline moves with it. */
    private boolean isOver(Duration whole, Instant now) {
        Duration left = whole.minusNanos(nanos.getAsLong() - begun);
        Instant end = now.plus(left);
        if (deadline.map(it -> Duration.between(it, end).abs().compareTo(TICKS_APART) > 0)
                .orElse(true)) {
            deadline = Optional.of(end);
        }
        return left.isNegative() || left.isZero();
    }

    private boolean isBeforeTheDeadline(Instant latest) {
        return deadline.filter(latest::isBefore).isPresent();
    }
}
