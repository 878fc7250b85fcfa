package kiosk.visit;

import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.platform.Answer;
import kiosk.platform.SlipProofs;
import kiosk.visit.VisitEvent.Identified;

/** The platform is asked who this is; while the line is down, a chip alone must do. */
public record Identifying(Evidence evidence, Optional<ServiceItem> wanted) implements Visit {
    /** A slip that is held before the scanner is nobody's evidence; it is checked. */
    static Transition begin(Evidence evidence, Optional<ServiceItem> wanted) {
        if (evidence instanceof Evidence.ByCode by && SlipProofs.claimed(by.code())) {
            return CheckingSlip.begin(by.code());
        }
        return Transition.to(new Identifying(evidence, wanted), new Effect.Identify(evidence));
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof Identified identified) {
            return onAnswer(identified.answer(), moment);
        }
        if (Visit.failed(event, Effect.Identify.class)) {
            return again(Setback.LAY_AGAIN);
        }
        return Visit.goes(event) ? Ending.after(evidence) : stay();
    }

    private Transition onAnswer(Answer<Citizen> answer, Moment moment) {
        if (answer instanceof Answer.Answered<Citizen> known) {
            return isTheHolder(known.value()) ? arrived(known.value(), moment) : again(Setback.PERSON_UNKNOWN);
        }
        if (answer instanceof Answer.Refused<Citizen> refused) {
            return again(refused.why() == Answer.Refusal.CODE_EXPIRED ? Setback.CODE_EXPIRED : Setback.PERSON_UNKNOWN);
        }
        return chipAlone().map(citizen -> arrived(citizen, moment)).orElseGet(() -> again(Setback.CODE_NEEDS_LINE));
    }

    /** A platform that answers with somebody else than the card's holder is not believed. */
    private boolean isTheHolder(Citizen citizen) {
        return citizen.evidence().equals(evidence)
                && chipAlone()
                        .map(it -> it.number().equalsIgnoreCase(citizen.number()))
                        .orElse(true);
    }

    private Optional<Citizen> chipAlone() {
        if (evidence instanceof Evidence.ByIdCard by) {
            return Optional.of(citizen(by.card().name(), by.card().number()));
        }
        if (evidence instanceof Evidence.BySocialCard by) {
            return Optional.of(citizen(by.card().name(), by.card().number().number()));
        }
        return Optional.empty();
    }

    private Citizen citizen(String name, String number) {
        return new Citizen(name, number, evidence, Citizen.Assurance.CHIP_ALONE, Optional.empty());
    }

    private Transition arrived(Citizen citizen, Moment moment) {
        Transition home = ChoosingItem.home(citizen);
        Optional<Transition> chosen = wanted.map(item -> home.next().on(new VisitEvent.ItemChosen(item), moment));
        return chosen.map(it -> it.next() instanceof ChoosingItem
                        ? new Transition(it.next(), home.effects())
                        : Resumption.asked(it, citizen))
                .orElse(home);
    }

    private Transition again(Setback setback) {
        return Transition.to(new AwaitingCard(wanted, Optional.of(setback)));
    }
}
