package kiosk.visit;

import kiosk.journal.Occurrence;

/**
 * A technician is at work; no citizen is served meanwhile. It ends by itself when its time is over.
 *
 * @param technician the number they proved
 */
public record UnderMaintenance(int technician) implements Visit {
    @Override
    public boolean timeBoxed() {
        return true;
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.MaintenanceLeft) {
            return left(Occurrence.TECHNICIAN_LEFT);
        }
        return event instanceof VisitEvent.PatienceEnded ? left(Occurrence.TECHNICIAN_TIMED_OUT) : stay();
    }

    private Transition left(Occurrence how) {
        return Transition.to(new Idle(), new Effect.NoteTechnician(how, technician));
    }
}
