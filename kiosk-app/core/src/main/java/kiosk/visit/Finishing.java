package kiosk.visit;

import java.util.Optional;
import kiosk.identity.Citizen;

/** The matter is done: the citizen goes, or has another one. */
public record Finishing(Citizen citizen) implements Visit {
    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.AnotherMatter) {
            return ChoosingItem.home(citizen);
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
    }
}
