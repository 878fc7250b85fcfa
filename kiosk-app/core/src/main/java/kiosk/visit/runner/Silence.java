package kiosk.visit.runner;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kiosk.visit.Visit;

/** Counts how long a step has been silent. */
final class Silence {
    private final Patience patience;
    private final Clock clock;
    private Optional<Instant> deadline = Optional.empty();

    Silence(Patience patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** When it will have lasted too long; empty if it never will. */
    Optional<Instant> deadline() {
        return deadline;
    }

    /** It was broken: it is counted anew for this step. */
    void brokenAt(Visit step) {
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
        if (patience.of(step).map(now::plus).filter(this::isBeforeTheDeadline).isPresent()) {
            brokenAt(step);
        }
        return deadline.filter(it -> !now.isBefore(it)).isPresent();
    }

    private boolean isBeforeTheDeadline(Instant latest) {
        return deadline.filter(latest::isBefore).isPresent();
    }
}
