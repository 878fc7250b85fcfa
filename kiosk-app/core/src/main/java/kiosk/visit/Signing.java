package kiosk.visit;

import java.util.List;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;

/** The citizen signs by finger. */
public record Signing(Matter matter) implements Visit {
    @Override
    public Optional<Draft> draft() {
        return Draft.of(matter, Draft.At.CONFIRMING, Optional.empty());
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(matter.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(matter.id());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof VisitEvent.Signed signed) {
            return NotDone.whereTheQueueIsShut(matter, moment)
                    .orElseGet(() -> Transition.to(new Reviewing(matter.with(signed.signature()), List.of())));
        }
        if (event instanceof VisitEvent.Back) {
            return Route.beforeSigning(matter);
        }
        return Visit.goes(event) ? Ending.of(matter, event) : stay();
    }
}
