package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.identity.Citizen;

/**
 * One citizen's visit at the step where it stands, holding all that is known so far. It is a value: replacing it forgets it.
 */
public sealed interface Visit
        permits Idle,
                Browsing,
                AwaitingCard,
                Identifying,
                ChoosingItem,
                Informing,
                FillingForm,
                GatheringMaterials,
                Signing,
                Reviewing,
                PreChecking,
                Paying,
                Submitting,
                Collecting,
                NotDone,
                RatingService,
                Finishing,
                Ending,
                UnderMaintenance {
    /** What follows from an event. A pure function: an event that means nothing here leaves the visit as it is. */
    Transition on(VisitEvent event, Moment moment);

    /** The effects that run as long as a step asks for them; they are interrupted when it no longer does, and begun again when they end. */
    default Set<Effect> standing() {
        return Set.of();
    }

    /** Whose visit it is, once known. */
    default Optional<Citizen> whose() {
        return Optional.empty();
    }

    /** Nothing changes. */
    default Transition stay() {
        return Transition.to(this);
    }

    /** Whether the event means that the citizen goes: by touch or by silence. */
    static boolean goes(VisitEvent event) {
        return event instanceof VisitEvent.Quit || event instanceof VisitEvent.PatienceEnded;
    }
}
