package kiosk.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.form.PreCheck;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.submission.Correction;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.Confirmed;
import kiosk.visit.VisitEvent.FormAgain;

/**
 * The citizen looks over everything before it is handed in.
 *
 * @param problems what the rules, here or on the platform, found wrong
 */
public record Reviewing(Matter matter, List<Problem> problems) implements Visit {
    /** Keeps the list from changing. */
    public Reviewing {
        problems = List.copyOf(problems);
    }

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
        if (event instanceof Confirmed) {
            return onConfirmed(moment);
        }
        if (event instanceof FormAgain) {
            return Transition.to(new FillingForm(matter, problems));
        }
        if (event instanceof Back) {
            return Route.beforeReview(matter);
        }
        return Visit.goes(event) ? Ending.of(matter, event) : stay();
    }

    private Transition onConfirmed(Moment moment) {
        List<Problem> found = new ArrayList<>(matter.form().problems(moment.today(), moment.catalogue()));
        found.addAll(PreCheck.problems(matter.form(), matter.citizen(), moment.today()));
        feeStillOpen().ifPresent(found::add);
        if (!found.isEmpty()) {
            return Transition.to(new Reviewing(matter, found));
        }
        return matter.citizen()
                .session()
                .filter(session -> mayBePreChecked(moment))
                .map(session -> Transition.to(
                        new PreChecking(matter),
                        new Effect.AskPreCheck(session, matter.item().code(), values())))
                .orElseGet(() -> Route.handIn(matter, moment));
    }

    /** A part that puts a case right is not whole enough for the platform's rules; it looks at all of it once it has it. */
    private boolean mayBePreChecked(Moment moment) {
        return matter.correction().flatMap(Correction::replaces).isEmpty()
                && moment.surroundings().reachable().contains(matter.item().department());
    }

    /** What costs money is not handed in before it is known how much. */
    private Optional<Problem> feeStillOpen() {
        return matter.item()
                .fee()
                .filter(fee -> matter.form().feeInFen().isEmpty())
                .map(fee -> Problem.of(fee.field(), Problem.Why.MISSING));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        matter.form().answers().forEach((name, entry) -> values.put(name, entry.value()));
        return values;
    }
}
