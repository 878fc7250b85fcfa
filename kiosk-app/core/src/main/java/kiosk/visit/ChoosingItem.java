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
import kiosk.submission.PrintLedger.Paper;
import kiosk.visit.VisitEvent.CollectablesFound;
import kiosk.visit.VisitEvent.DocumentChosen;
import kiosk.visit.VisitEvent.ItemChosen;
import kiosk.visit.VisitEvent.PinChangeWanted;

/**
 * The citizen chooses what to do.
 *
 * @param documents what waits for the citizen: documents, and receipts that did not come out
 * @param refused the item that was touched and cannot be finished now
 */
public record ChoosingItem(Citizen citizen, List<Collectable> documents, Optional<ServiceItem> refused)
        implements Visit {
    /** Keeps the list from changing. */
    public ChoosingItem {
        documents = List.copyOf(documents);
    }

    static Transition home(Citizen citizen) {
        ChoosingItem home = new ChoosingItem(citizen, List.of(), Optional.empty());
        return citizen.session()
                .map(session -> Transition.to(home, new Effect.FindCollectables(session)))
                .orElseGet(() -> Transition.to(home));
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(citizen);
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (event instanceof ItemChosen chosen) {
            return Availability.of(chosen.item(), moment.surroundings()).offered()
                    ? Transition.to(new Informing(citizen, chosen.item()))
                    : Transition.to(new ChoosingItem(citizen, documents, Optional.of(chosen.item())));
        }
        if (event instanceof CollectablesFound found) {
            return Transition.to(new ChoosingItem(citizen, found.documents(), refused));
        }
        if (event instanceof DocumentChosen chosen && documents.contains(chosen.document())) {
            return collecting(chosen.document(), moment);
        }
        if (event instanceof PinChangeWanted
                && ChangingPin.possible(citizen, moment.surroundings())
                && citizen.evidence() instanceof Evidence.BySocialCard known) {
            return ChangingPin.begin(citizen, known.card());
        }
        return Visit.goes(event) ? Ending.of(citizen) : stay();
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
