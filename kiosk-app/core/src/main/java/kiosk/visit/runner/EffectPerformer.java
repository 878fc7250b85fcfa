package kiosk.visit.runner;

import java.util.Optional;
import java.util.function.Consumer;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** Performs effects through the ports. */
public interface EffectPerformer {
    /**
     * Performs one effect; blocks as long as the effect needs, and interrupting ends it early.
     *
     * @param meanwhile takes the events on the way to the answer
     * @return the answer; empty for effects nobody waits for
     */
    Optional<VisitEvent> perform(Effect effect, Consumer<VisitEvent> meanwhile) throws InterruptedException;
}
