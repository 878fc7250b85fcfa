package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.visit.VisitEvent.CardLaid;
import kiosk.visit.VisitEvent.CardTroubled;
import kiosk.visit.VisitEvent.MaintenanceAsked;
import kiosk.visit.VisitEvent.Touched;

/** Nobody is served: the attract screen. */
public record Idle() implements Visit {
    @Override
    public Set<Effect> standing() {
        return Set.of(new Effect.ListenForCard());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof Touched) {
            return Transition.to(new AwaitingCard(Optional.empty(), Optional.empty()), new Effect.WelcomeAgain());
        }
        if (event instanceof CardLaid laid) {
            return Identifying.begin(laid.evidence(), Optional.empty());
        }
        if (event instanceof CardTroubled troubled) {
            return Transition.to(new AwaitingCard(Optional.empty(), Optional.of(troubled.setback())));
        }
        return event instanceof MaintenanceAsked ? Transition.to(new AwaitingTechnician()) : stay();
    }
}
