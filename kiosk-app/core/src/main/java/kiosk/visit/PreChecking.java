package kiosk.visit;

import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;

/** The platform is asked what it finds wrong; its silence holds nothing up. */
public record PreChecking(Matter matter) implements Visit {
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
        if (event instanceof VisitEvent.PreChecked checked) {
            return checked.problems().isEmpty()
                    ? Route.handIn(matter, moment)
                    : Transition.to(new Reviewing(matter, checked.problems()));
        }
        if (Visit.failed(event, Effect.AskPreCheck.class)) {
            return Route.handIn(matter, moment);
        }
        return Visit.goes(event) ? Ending.of(matter, event) : stay();
    }
}
