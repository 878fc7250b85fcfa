package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.ServiceItem;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.CardLaid;
import kiosk.visit.VisitEvent.CardTroubled;
import kiosk.visit.VisitEvent.CardWanted;
import kiosk.visit.VisitEvent.GuideOpened;

/**
 * Somebody reads the guides without having shown who they are; laying a card begins at once.
 *
 * @param reading the guide that is open
 */
public record Browsing(Optional<ServiceItem> reading) implements Visit {
    @Override
    public Set<Effect> standing() {
        return Set.of(new Effect.ListenForCard());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof GuideOpened opened) {
            return Transition.to(new Browsing(opened.item()));
        }
        if (event instanceof CardWanted begin) {
            return Transition.to(new AwaitingCard(begin.wanted(), Optional.empty()));
        }
        if (event instanceof CardLaid laid) {
            return Identifying.begin(laid.evidence(), reading);
        }
        if (event instanceof CardTroubled troubled) {
            return Transition.to(new AwaitingCard(reading, Optional.of(troubled.setback())));
        }
        if (event instanceof Back) {
            return Transition.to(
                    reading.isPresent()
                            ? new Browsing(Optional.empty())
                            : new AwaitingCard(Optional.empty(), Optional.empty()));
        }
        return Visit.goes(event) ? Transition.to(new Idle()) : stay();
    }
}
