package kiosk.visit.runner;

import java.util.Optional;
import java.util.function.Consumer;
import kiosk.identity.Citizen;
import kiosk.visit.Effect;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;

/**
 * Has the platform's session ended as soon as no step knows it any more: the citizen has gone, by whatever way, or went before the
 * platform had said who they are. Called on the visit thread alone.
 */
final class Farewell {
    private final Consumer<Effect> asking;
    private Optional<String> present = Optional.empty();

    Farewell(Consumer<Effect> asking) {
        this.asking = asking;
    }

    /** The visit is at this step now. */
    void at(Visit visit) {
        Optional<String> before = present;
        present = visit.whose().flatMap(Citizen::session);
        before.ifPresent(this::endUnlessPresent);
    }

    /** An answer has come, wanted or not, and the visit has taken what it wanted of it. */
    void heard(VisitEvent event) {
        if (event instanceof VisitEvent.Identified identified) {
            identified.answer().map(Citizen::session).or(Optional.empty()).ifPresent(this::endUnlessPresent);
        }
    }

    private void endUnlessPresent(String session) {
        if (present.filter(session::equals).isEmpty()) {
            asking.accept(new Effect.EndSession(session));
        }
    }
}
