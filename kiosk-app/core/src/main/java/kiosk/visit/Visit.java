package kiosk.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.identity.Citizen;
import kiosk.submission.Draft;
import kiosk.submission.SubmissionId;

/**
 * One citizen's visit at the step where it stands, holding all that is known so far. It is a value: replacing it forgets it.
 */
public sealed interface Visit
        permits Idle,
                Browsing,
                AwaitingCard,
                CheckingSlip,
                Identifying,
                ChoosingItem,
                ChangingPin,
                FollowingCases,
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
                AwaitingTechnician,
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

    /** The submission this step is about, once there is one; an answer that was asked for another one means nothing. */
    default Optional<SubmissionId> about() {
        return Optional.empty();
    }

    /** What must be done for the citizen if the visit breaks off here by a bug, so that nothing is handed in behind their back. */
    default List<Effect> owed() {
        return List.of();
    }

    /** What is kept of this step, so that the citizen can go on with the same card after a power cut; empty where there is nothing to keep. */
    default Optional<Draft> draft() {
        return Optional.empty();
    }

    /** Whether the step ends when its patience is over, however much is touched meanwhile. */
    default boolean timeBoxed() {
        return false;
    }

    /** Nothing changes. */
    default Transition stay() {
        return Transition.to(this);
    }

    /** Whether the event means that such an effect failed by a bug. */
    static boolean failed(VisitEvent event, Class<? extends Effect> kind) {
        return event instanceof VisitEvent.EffectFailed failed && kind.isInstance(failed.effect());
    }

    /** Whether the event means that the citizen goes: by touch or by silence. */
    static boolean goes(VisitEvent event) {
        return event instanceof VisitEvent.Quit || event instanceof VisitEvent.PatienceEnded;
    }
}
