package kiosk.visit.runner;

import java.util.Optional;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;

/** Tells the touches that count from those that point at a picture that has gone and from the second of a double touch. */
final class Touches {
    private Optional<Touch> last = Optional.empty();

    /** A touch and the picture it was made on. */
    private record Touch(Shown seen, VisitEvent event) {
        /** Whether the other is the second of a double touch: made on the very same picture. */
        boolean isRepeatedBy(Touch other) {
            return seen.equals(other.seen) && event.equals(other.event);
        }
    }

    /** Whether a touch on that picture counts, now that the visit stands there; if it does, it is the last one. */
    boolean counts(Shown seen, VisitEvent event, Visit now) {
        Touch touch = new Touch(seen, event);
        boolean counts = seen.visit().equals(now) || meansTheSameStill(touch);
        last = counts ? Optional.of(touch) : last;
        return counts;
    }

    private boolean meansTheSameStill(Touch touch) {
        return !(touch.event() instanceof VisitEvent.Pointing)
                && !last.map(it -> it.isRepeatedBy(touch)).orElse(false);
    }

    /** A touch on another step cannot be repeated any more, and its picture holds all that the citizen said. */
    void forget() {
        last = Optional.empty();
    }
}
