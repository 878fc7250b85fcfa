package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.ServiceItem;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.CardLaid;
import kiosk.visit.VisitEvent.CardTroubled;
import kiosk.visit.VisitEvent.GuidesWanted;
import kiosk.visit.VisitEvent.SlipCheckWanted;

/**
 * Somebody is asked for a card or a code.
 *
 * @param wanted the item they have in mind
 * @param setback why the last try did not do
 */
public record AwaitingCard(Optional<ServiceItem> wanted, Optional<Setback> setback) implements Visit {
    @Override
    public Set<Effect> standing() {
        return Set.of(new Effect.ListenForCard());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof CardLaid laid) {
            return Identifying.begin(laid.evidence(), wanted);
        }
        if (event instanceof CardTroubled troubled) {
            return Transition.to(new AwaitingCard(wanted, Optional.of(troubled.setback())));
        }
        if (event instanceof GuidesWanted) {
            return Transition.to(new Browsing(Optional.empty()));
        }
        if (event instanceof SlipCheckWanted) {
            return Transition.to(new CheckingSlip());
        }
        if (event instanceof Back && wanted.isPresent()) {
            return Transition.to(new Browsing(wanted));
        }
        return Visit.goes(event) || event instanceof Back ? Transition.to(new Idle()) : stay();
    }
}
