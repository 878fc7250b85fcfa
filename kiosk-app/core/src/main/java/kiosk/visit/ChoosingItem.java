package kiosk.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DeviceKind;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.platform.Collectable;
import kiosk.submission.Draft;
import kiosk.submission.PrintLedger.Paper;
import kiosk.visit.VisitEvent.CasesWanted;
import kiosk.visit.VisitEvent.CollectablesFound;
import kiosk.visit.VisitEvent.DocumentChosen;
import kiosk.visit.VisitEvent.DraftFound;
import kiosk.visit.VisitEvent.DraftUnwanted;
import kiosk.visit.VisitEvent.DraftWanted;
import kiosk.visit.VisitEvent.ItemChosen;
import kiosk.visit.VisitEvent.PinChangeWanted;

/**
 * The citizen chooses what to do.
 *
 * @param documents what waits for the citizen: documents, and receipts that did not come out
 * @param refused the item that was touched and cannot be finished now
 * @param unfinished what the citizen left half done at this terminal, of an item that is still offered here
 */
public record ChoosingItem(
        Citizen citizen, List<Collectable> documents, Optional<ServiceItem> refused, Optional<Draft> unfinished)
        implements Visit {
    /** Keeps the list from changing. */
    public ChoosingItem {
        documents = List.copyOf(documents);
    }

    /** A choice of somebody of whom nothing is known to be half done. */
    public ChoosingItem(Citizen citizen, List<Collectable> documents, Optional<ServiceItem> refused) {
        this(citizen, documents, refused, Optional.empty());
    }

    static Transition home(Citizen citizen) {
        ChoosingItem home = new ChoosingItem(citizen, List.of(), Optional.empty());
        Transition asked = citizen.session()
                .map(session -> Transition.to(home, new Effect.FindCollectables(session)))
                .orElseGet(() -> Transition.to(home));
        return Resumption.asked(asked, citizen);
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof ItemChosen chosen) {
            return Availability.of(chosen.item(), moment.surroundings()).offered()
                    ? Transition.to(informing(chosen.item(), moment))
                    : refusing(chosen.item());
        }
        if (event instanceof CollectablesFound found) {
            return Transition.to(new ChoosingItem(citizen, found.documents(), refused, unfinished));
        }
        if (event instanceof CasesWanted) {
            return FollowingCases.begin(citizen);
        }
        if (event instanceof DocumentChosen chosen && documents.contains(chosen.document())) {
            return collecting(chosen.document(), moment);
        }
        if (event instanceof PinChangeWanted
                && ChangingPin.possible(citizen, moment.surroundings())
                && citizen.evidence() instanceof Evidence.BySocialCard known) {
            return ChangingPin.begin(citizen, known.card());
        }
        return Visit.goes(event) ? Ending.of(citizen) : onDraft(event, moment);
    }

    private Transition onDraft(VisitEvent event, Moment moment) {
        if (event instanceof DraftFound found) {
            return Transition.to(
                    new ChoosingItem(citizen, documents, refused, Resumption.found(found, citizen, moment)));
        }
        if (event instanceof DraftWanted wanted) {
            return unfinished(wanted.item())
                    .flatMap(draft -> moment.catalogue().item(draft.item()).map(item -> goingOn(draft, item, moment)))
                    .orElseGet(this::stay);
        }
        return event instanceof DraftUnwanted unwanted
                ? unfinished(unwanted.item()).map(this::forgetting).orElseGet(this::stay)
                : stay();
    }

    private Optional<Draft> unfinished(String item) {
        return unfinished.filter(it -> it.item().equals(item));
    }

    private Transition goingOn(Draft draft, ServiceItem item, Moment moment) {
        return Availability.of(item, moment.surroundings()).offered()
                ? Resumption.of(draft, citizen, item, moment)
                : refusing(item);
    }

    /** Behind what is forgotten an older one may come to light. */
    private Transition forgetting(Draft draft) {
        return Transition.to(
                new ChoosingItem(citizen, documents, refused),
                new Effect.ForgetDraft(draft.card(), draft.item()),
                new Effect.FindDraft(draft.card()));
    }

    private Transition refusing(ServiceItem item) {
        return Transition.to(new ChoosingItem(citizen, documents, Optional.of(item), unfinished));
    }

    /** An item that was begun before is gone on with, also when it is chosen among all the others. */
    private Informing informing(ServiceItem item, Moment moment) {
        return unfinished(item.code())
                .map(it -> Resumption.informing(it, citizen, item, moment))
                .orElseGet(() -> new Informing(citizen, item));
    }

    private Transition collecting(Collectable waiting, Moment moment) {
        Optional<ServiceItem> item = moment.catalogue().item(waiting.item());
        Set<DeviceKind> usable = moment.surroundings().usable();
        boolean receipt = waiting.paper() == Paper.RECEIPT;
        boolean printable =
                usable.contains(DeviceKind.PAGE_PRINTER) || (receipt && usable.contains(DeviceKind.RECEIPT_PRINTER));
        return item.isEmpty() || !printable
                ? Transition.to(new NotDone(citizen, item, NotDone.Why.PRINTER_AWAY))
                : Collecting.earlier(
                        new Handed(waiting, item.get(), citizen, moment.time()),
                        receipt ? Collecting.What.RECEIPT : Collecting.What.DOCUMENT);
    }
}
