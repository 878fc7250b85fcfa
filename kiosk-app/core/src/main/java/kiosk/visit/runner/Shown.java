package kiosk.visit.runner;

import java.time.Instant;
import java.util.Optional;
import kiosk.catalogue.Surroundings;
import kiosk.visit.Idle;
import kiosk.visit.Visit;

/**
 * What the screen draws.
 *
 * @param serial counts the visits; a touch on an older one means nothing
 * @param deadline when silence ends the step; empty if never
 */
public record Shown(long serial, Visit visit, Optional<Instant> deadline, Surroundings surroundings) {
    /** Whether somebody stands there and is served. */
    public boolean isServed() {
        return !(visit instanceof Idle);
    }

    /** Whether the other is drawn the same; how much time is left is not. */
    public boolean isDrawnAs(Shown other) {
        return serial == other.serial && visit.equals(other.visit) && surroundings.equals(other.surroundings);
    }
}
