package kiosk.visit;

import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.submission.Rating;
import kiosk.submission.SubmissionId;

/** The citizen may rate the service (好差评), and may leave it. */
public record RatingService(Citizen citizen, SubmissionId of, ServiceItem item) implements Visit {
    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.RatingGiven given && Rating.complete(given.stars(), given.reasons())) {
            Rating rating = new Rating(moment.freshId(), of, given.stars(), given.reasons(), moment.time());
            return Transition.to(new Finishing(citizen), new Effect.Rate(rating));
        }
        if (event instanceof VisitEvent.RatingSkipped) {
            return Transition.to(new Finishing(citizen));
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
    }
}
