package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import kiosk.submission.Draft;
import kiosk.visit.Effect;
import kiosk.visit.Visit;

/**
 * Has what a citizen fills in kept as it changes: about a second after a change, the last of several, one write after the other; and at
 * once when the step is left. Called on the visit thread alone.
 */
final class DraftPace {
    private static final Duration AFTER = Duration.ofSeconds(1);

    private final Clock clock;
    private final BiConsumer<Effect, Runnable> keeping;
    private Optional<Draft> now = Optional.empty();
    private Optional<Draft> asked = Optional.empty();
    private Instant changed = Instant.EPOCH;
    private Class<?> step = Visit.class;
    private boolean underWay;

    /** A pace at which {@code keeping} is asked to perform an effect and to say when it has ended. */
    DraftPace(Clock clock, BiConsumer<Effect, Runnable> keeping) {
        this.clock = clock;
        this.keeping = keeping;
    }

    /** The visit is at this step now. */
    void at(Visit visit) {
        Optional<Draft> next = visit.draft();
        boolean same = visit.getClass() == step;
        step = visit.getClass();
        if (next.isEmpty()) {
            keep();
            asked = Optional.empty();
        } else if (now.equals(asked) && !next.equals(now)) {
            changed = clock.instant();
        }
        now = next;
        if (!same) {
            keep();
        }
    }

    /** Some time has passed; a clock that was set back holds nothing up. */
    void tick() {
        Duration since = Duration.between(changed, clock.instant());
        if (!underWay && (since.isNegative() || since.compareTo(AFTER) >= 0)) {
            keep();
        }
    }

    private void keep() {
        if (now.isPresent() && !now.equals(asked)) {
            asked = now;
            underWay = true;
            keeping.accept(new Effect.KeepDraft(now.get()), () -> underWay = false);
        }
    }
}
