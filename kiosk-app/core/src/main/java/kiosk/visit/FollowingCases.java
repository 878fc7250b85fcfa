package kiosk.visit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Cases;
import kiosk.submission.Consent;
import kiosk.submission.Correction;
import kiosk.submission.Matter;
import kiosk.visit.VisitEvent.Back;
import kiosk.visit.VisitEvent.CaseChosen;
import kiosk.visit.VisitEvent.CasesFound;

/**
 * The citizen sees how what they handed in stands, wherever they did, and puts right what was sent back.
 *
 * @param cases empty while they are asked for
 */
public record FollowingCases(Citizen citizen, Optional<Cases> cases) implements Visit {
    static Transition begin(Citizen citizen) {
        return Transition.to(new FollowingCases(citizen, Optional.empty()), new Effect.FindCases(citizen));
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof CasesFound found && cases.isEmpty()) {
            return Transition.to(new FollowingCases(citizen, Optional.of(found.cases())));
        }
        if (Visit.failed(event, Effect.FindCases.class) && cases.isEmpty()) {
            return ChoosingItem.home(citizen);
        }
        if (event instanceof CaseChosen chosen) {
            return cases.flatMap(it -> it.told(chosen.id()).filter(status -> !it.onItsWay(status)))
                    .flatMap(it -> mending(it, moment))
                    .orElseGet(this::stay);
        }
        if (event instanceof Back) {
            return ChoosingItem.home(citizen);
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
    }

    /** The item with only what was wrong; what is paid for is put right at the counter. */
    private Optional<Transition> mending(CaseStatus status, Moment moment) {
        return moment.catalogue()
                .item(status.item())
                .filter(it -> mendable(status, it))
                .map(it -> narrowed(it, status))
                .map(it -> Transition.to(
                        new Informing(citizen, it, Optional.of(correcting(status, it, moment)), status.problems())));
    }

    /** Whether a case can be put right at a terminal. */
    public static boolean mendable(CaseStatus status, ServiceItem item) {
        return status.state() == State.RETURNED && item.kind() != Kind.PAYMENT;
    }

    /** Where the department does not say what is wrong, or names what this terminal does not know, everything is asked. */
    private static ServiceItem narrowed(ServiceItem item, CaseStatus status) {
        Set<String> wrong = new HashSet<>();
        status.problems().forEach(it -> it.field().ifPresent(wrong::add));
        boolean allKnown = wrong.stream()
                .allMatch(it -> item.field(it).isPresent() || item.material(it).isPresent());
        boolean whole = status.problems().stream().map(Problem::field).anyMatch(Optional::isEmpty);
        return wrong.isEmpty() || whole || !allKnown ? item : item.narrowedTo(wrong);
    }

    private Matter correcting(CaseStatus status, ServiceItem narrowed, Moment moment) {
        Consent consent = new Consent(narrowed.version(), moment.time());
        return Matter.begun(moment.freshId(), citizen, consent, narrowed)
                .correcting(new Correction(status.number(), Optional.of(status.id())));
    }
}
