package kiosk.visit;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.submission.Consent;
import kiosk.submission.Matter;

/**
 * The citizen reads what an item needs, takes and costs, and consents.
 *
 * @param begun what was filled in before, in this visit or in one that was cut short; it is gone on with
 * @param lost what does not fit any more of what was filled in
 */
public record Informing(Citizen citizen, ServiceItem item, Optional<Matter> begun, List<Problem> lost)
        implements Visit {
    /** Keeps the list from changing. */
    public Informing {
        lost = List.copyOf(lost);
    }

    /** For an item that was just chosen. */
    public Informing(Citizen citizen, ServiceItem item) {
        this(citizen, item, Optional.empty());
    }

    /** For an item to be read once more. */
    public Informing(Citizen citizen, ServiceItem item, Optional<Matter> begun) {
        this(citizen, item, begun, List.of());
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
            return FillingForm.begin(agreed(moment), lost, Optional.empty(), moment);
        }
        if (event instanceof VisitEvent.DraftFound found && begun.isEmpty()) {
            return Resumption.found(found, citizen, moment)
                    .filter(it -> it.item().equals(item.code()))
                    .map(it -> Transition.to(Resumption.informing(it, citizen, item, moment)))
                    .orElseGet(this::stay);
        }
        if (event instanceof VisitEvent.Back) {
            return ChoosingItem.home(citizen);
        }
        if (!Visit.goes(event)) {
            return stay();
        }
        return begun.map(it -> Ending.of(it, event)).orElseGet(() -> Ending.of(citizen));
    }

    private Matter agreed(Moment moment) {
        Consent consent = new Consent(item.version(), moment.time());
        return begun.map(it -> stillConsented(it) ? it : it.with(consent))
                .orElseGet(() -> Matter.begun(moment.freshId(), citizen, consent, item));
    }

    /** What is gone on with has its consent; what puts a case right gets one of its own. */
    private boolean stillConsented(Matter matter) {
        return matter.consent().version().equals(item.version())
                && matter.correction().isEmpty();
    }

    /** It could be finished when it was chosen, and cannot any more. */
    private Transition refused() {
        Transition home = ChoosingItem.home(citizen);
        return new Transition(new ChoosingItem(citizen, List.of(), Optional.of(item)), home.effects());
    }
}
