package kiosk.visit;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.submission.Consent;
import kiosk.submission.Matter;

/**
 * The citizen reads what an item needs, takes and costs, and consents.
 *
 * @param begun what was filled in before the citizen came back to read once more; it is gone on with
 */
public record Informing(Citizen citizen, ServiceItem item, Optional<Matter> begun) implements Visit {
    /** For an item that was just chosen. */
    public Informing(Citizen citizen, ServiceItem item) {
        this(citizen, item, Optional.empty());
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.Agreed) {
            if (!Availability.of(item, moment.surroundings()).offered()) {
                return refused();
            }
            Consent consent = new Consent(item.version(), moment.time());
            return FillingForm.begin(
                    begun.orElseGet(() -> Matter.begun(moment.freshId(), citizen, consent, item)), moment);
        }
        if (event instanceof VisitEvent.Back) {
            return ChoosingItem.home(citizen);
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
    }

    /** It could be finished when it was chosen, and cannot any more. */
    private Transition refused() {
        Transition home = ChoosingItem.home(citizen);
        return new Transition(new ChoosingItem(citizen, List.of(), Optional.of(item)), home.effects());
    }
}
