package kiosk.visit;

import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.submission.Draft;
import kiosk.submission.Draft.Restored;
import kiosk.submission.Matter;

/** How what was left half done is taken up again. */
final class Resumption {
    private Resumption() {}

    /** Back to where the citizen was; an item that changed meanwhile is read and agreed to first. */
    static Transition of(Draft draft, Citizen citizen, ServiceItem item, Moment moment) {
        if (!draft.consent().version().equals(item.version())) {
            return Transition.to(informing(draft, citizen, item, moment));
        }
        Restored restored = restored(draft, citizen, item, moment);
        Matter matter = restored.matter();
        Matter known = FillingForm.fromCard(matter, moment);
        boolean form = draft.at() == Draft.At.FORM
                || !restored.lost().isEmpty()
                || !known.form().problems(moment.today(), moment.catalogue()).isEmpty();
        if (form) {
            return FillingForm.begin(matter, restored.lost(), draft.reached(), moment);
        }
        boolean papers =
                draft.at() == Draft.At.MATERIALS && !known.materialsAsked().isEmpty();
        return papers || known.theNextMissingMaterial().isPresent()
                ? Route.gathering(known)
                : Route.afterMaterials(known);
    }

    /** The guide of the item, from which it is gone on with. */
    static Informing informing(Draft draft, Citizen citizen, ServiceItem item, Moment moment) {
        Restored restored = restored(draft, citizen, item, moment);
        return new Informing(citizen, item, Optional.of(restored.matter()), restored.lost());
    }

    private static Restored restored(Draft draft, Citizen citizen, ServiceItem item, Moment moment) {
        return draft.restored(citizen, item, moment.freshId(), moment.today(), moment.catalogue());
    }

    /** What was found, if it was locked with this citizen's card and its item is still offered at this terminal. */
    static Optional<Draft> found(VisitEvent.DraftFound event, Citizen citizen, Moment moment) {
        return event.draft()
                .filter(it -> citizen.evidence().imprint().equals(Optional.of(it.card())))
                .filter(it -> moment.catalogue().item(it.item()).isPresent());
    }

    /** What asks whether something was left half done with the citizen's card. */
    static Transition asked(Transition home, Citizen citizen) {
        return citizen.evidence()
                .imprint()
                .map(card -> home.and(new Effect.FindDraft(card)))
                .orElse(home);
    }

    /** What forgets the draft of a matter. */
    static Transition forgetting(Transition leaving, Citizen citizen, String item) {
        return citizen.evidence()
                .imprint()
                .map(card -> leaving.and(new Effect.ForgetDraft(card, item)))
                .orElse(leaving);
    }
}
