package kiosk.visit;

import kiosk.journal.Occurrence;

/** Somebody knocked who may be a technician: no citizen is served until they proved it, gave up or went quiet. */
public record AwaitingTechnician() implements Visit {
    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.MaintenanceEntered entered) {
            return Transition.to(
                    new UnderMaintenance(entered.technician()),
                    new Effect.NoteTechnician(Occurrence.TECHNICIAN_ENTERED, entered.technician()));
        }
        return Visit.goes(event) || event instanceof VisitEvent.Back ? Transition.to(new Idle()) : stay();
    }
}
