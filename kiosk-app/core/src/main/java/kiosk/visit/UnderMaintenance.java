package kiosk.visit;

/** A technician is at work; no citizen is served meanwhile. */
public record UnderMaintenance() implements Visit {
    @Override
    public Transition on(VisitEvent event, Moment moment) {
        return event instanceof VisitEvent.MaintenanceLeft || event instanceof VisitEvent.PatienceEnded
                ? Transition.to(new Idle())
                : stay();
    }
}
