package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.identity.Evidence;
import kiosk.platform.SlipProofs.Finding;
import kiosk.platform.SlipProofs.NotASlip;
import kiosk.visit.VisitEvent.CardLaid;
import kiosk.visit.VisitEvent.CardTroubled;
import kiosk.visit.VisitEvent.SlipChecked;

/**
 * Somebody wants to know whether a slip is genuine. Nobody is known here, no network is needed, and nothing of a person is shown.
 *
 * @param looking a code was read and is being looked at
 * @param finding what was found of the last one
 */
public record CheckingSlip(boolean looking, Optional<Finding> finding) implements Visit {
    /** Nothing was held before the scanner yet. */
    public CheckingSlip() {
        this(false, Optional.empty());
    }

    /** A code was read. */
    static Transition begin(String code) {
        return Transition.to(new CheckingSlip(true, Optional.empty()), new Effect.CheckSlip(code));
    }

    /** What was found stands until somebody wants to check another slip: else the same one would be read again and again. */
    @Override
    public Set<Effect> standing() {
        return listening() ? Set.of(new Effect.ListenForCard()) : Set.of();
    }

    private boolean listening() {
        return !looking && finding.isEmpty();
    }

    /** Whoever lays a card wants something else than to check a slip. */
    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof SlipChecked checked && looking) {
            return found(checked.finding());
        }
        if (Visit.failed(event, Effect.CheckSlip.class) && looking) {
            return found(new NotASlip());
        }
        if (event instanceof CardLaid laid && listening()) {
            return laid.evidence() instanceof Evidence.ByCode by
                    ? begin(by.code())
                    : Identifying.begin(laid.evidence(), Optional.empty());
        }
        if (event instanceof CardTroubled troubled && listening()) {
            return troubled.setback() == Setback.CODE_UNUSABLE
                    ? found(new NotASlip())
                    : Transition.to(new AwaitingCard(Optional.empty(), Optional.of(troubled.setback())));
        }
        if (event instanceof VisitEvent.SlipCheckWanted && finding.isPresent()) {
            return Transition.to(new CheckingSlip());
        }
        if (event instanceof VisitEvent.Back) {
            return Transition.to(new AwaitingCard(Optional.empty(), Optional.empty()));
        }
        return Visit.goes(event) ? Transition.to(new Idle()) : stay();
    }

    private static Transition found(Finding finding) {
        return Transition.to(new CheckingSlip(false, Optional.of(finding)));
    }
}
