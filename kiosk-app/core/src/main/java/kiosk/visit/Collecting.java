package kiosk.visit;

import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.PagePrinter;
import kiosk.device.ReceiptPrinter;
import kiosk.identity.Citizen;
import kiosk.platform.Collectable;
import kiosk.submission.Paperwork;
import kiosk.submission.SubmissionId;
import kiosk.visit.VisitEvent.PagesMoved;
import kiosk.visit.VisitEvent.PagesPrinted;
import kiosk.visit.VisitEvent.ReceiptPrinted;

/**
 * The paper comes out. The number stays on the screen whatever the printer does.
 *
 * @param earlier the document was asked for in an earlier visit, and is not rated again
 */
public record Collecting(Handed handed, Paper paper, boolean earlier) implements Visit {
    /** What comes out of the terminal. */
    public enum What {
        /** A receipt on the roll. */
        RECEIPT,
        /** The same on a page, where the roll printer cannot. */
        RECEIPT_PAGE,
        /** The department's document. */
        DOCUMENT
    }

    /** How far the paper is. */
    public sealed interface Paper {}

    /** The document is being fetched from the platform. */
    public record Fetching() implements Paper {}

    /** It is being printed; a fault holds it up while it is present. */
    public record Printing(What what, int sheets, Optional<Fault> held) implements Paper {}

    /** It is out: take it. */
    public record Out(What what) implements Paper {}

    /**
     * It is not out, or not surely.
     *
     * @param certain nothing came out, so that printing again makes no second original
     */
    public record Failed(What what, Optional<Fault> fault, boolean certain) implements Paper {
        /** Whether it may be tried again: a receipt always, a document only if no second original can come of it. */
        public boolean mayBePrintedAgain() {
            return certain || what != What.DOCUMENT;
        }
    }

    static Transition document(Handed handed) {
        return new Collecting(handed, new Fetching(), false).fetching();
    }

    static Transition receipt(Handed handed) {
        return new Collecting(handed, new Fetching(), false).receiving();
    }

    static Transition earlier(Citizen citizen, Collectable document, Moment moment) {
        Optional<ServiceItem> item = moment.catalogue().item(document.item());
        if (item.isEmpty() || !moment.surroundings().usable().contains(DeviceKind.PAGE_PRINTER)) {
            return Transition.to(new NotDone(citizen, item, NotDone.Why.PRINTER_AWAY));
        }
        Handed handed = new Handed(
                document.id(),
                document.number(),
                item.get(),
                citizen,
                Optional.empty(),
                Optional.empty(),
                moment.time());
        return new Collecting(handed, new Fetching(), true).fetching();
    }

    private static Paper printing(What what) {
        return new Printing(what, 0, Optional.empty());
    }

    /** Whether something is on its way out: then there is nothing to be done but to wait for it. */
    public boolean busy() {
        return paper instanceof Fetching || paper instanceof Printing;
    }

    @Override
    public Optional<Citizen> whose() {
        return Optional.of(handed.citizen());
    }

    @Override
    public Optional<SubmissionId> about() {
        return Optional.of(handed.id());
    }

    @Override
    public Transition on(VisitEvent event, Moment moment) {
        if (paper instanceof Fetching) {
            return onFetching(event);
        }
        if (paper instanceof Printing printing) {
            return onPrinting(printing, event, moment);
        }
        if (event instanceof VisitEvent.PrintAgain && paper instanceof Failed failed && failed.mayBePrintedAgain()) {
            return failed.what() == What.DOCUMENT ? fetching() : receiving();
        }
        if (event instanceof VisitEvent.Quit) {
            return Ending.of(handed.citizen());
        }
        return event instanceof VisitEvent.Taken || event instanceof VisitEvent.PatienceEnded ? done() : stay();
    }

    private Transition fetching() {
        return to(new Fetching(), new Effect.FetchDocument(handed.id(), handed.number()));
    }

    private Transition receiving() {
        return to(printing(What.RECEIPT), new Effect.PrintReceipt(handed.slip()));
    }

    private Transition done() {
        return Transition.to(
                earlier
                        ? new Finishing(handed.citizen())
                        : new RatingService(handed.citizen(), handed.id(), handed.item()));
    }

    private Transition onFetching(VisitEvent event) {
        if (event instanceof VisitEvent.DocumentFetched fetched) {
            if (fetched.document().isEmpty()) {
                return receiving();
            }
            return fetched.document().get() instanceof Paperwork.Fit fit
                    ? to(printing(What.DOCUMENT), new Effect.PrintPages(fit.job()))
                    : to(new Failed(What.DOCUMENT, Optional.empty(), true));
        }
        return Visit.failed(event, Effect.FetchDocument.class)
                ? to(new Failed(What.DOCUMENT, Optional.empty(), true))
                : stay();
    }

    private Transition onPrinting(Printing printing, VisitEvent event, Moment moment) {
        if (Visit.failed(event, effectThatPrints(printing.what()))) {
            return to(new Failed(printing.what(), Optional.empty(), false));
        }
        if (printing.what() == What.RECEIPT) {
            return event instanceof ReceiptPrinted printed ? onReceipt(printed.outcome(), moment) : stay();
        }
        if (event instanceof PagesMoved moved) {
            return to(moved(printing, moved.progress()));
        }
        return event instanceof PagesPrinted printed ? onPages(printing.what(), printed.outcome()) : stay();
    }

    private static Class<? extends Effect> effectThatPrints(What what) {
        return switch (what) {
            case RECEIPT -> Effect.PrintReceipt.class;
            case RECEIPT_PAGE -> Effect.PrintSlipPage.class;
            case DOCUMENT -> Effect.PrintPages.class;
        };
    }

    private static Printing moved(Printing printing, PagePrinter.Progress progress) {
        return progress instanceof PagePrinter.Sheets sheets
                ? new Printing(printing.what(), sheets.out(), Optional.empty())
                : new Printing(printing.what(), printing.sheets(), Optional.of(((PagePrinter.Held) progress).fault()));
    }

    private Transition onPages(What what, PagePrinter.Outcome outcome) {
        if (outcome instanceof PagePrinter.NotPrinted not) {
            return to(new Failed(what, Optional.of(not.fault()), true));
        }
        if (outcome instanceof PagePrinter.Uncertain uncertain) {
            return to(new Failed(what, Optional.of(uncertain.fault()), false));
        }
        return what == What.DOCUMENT ? to(new Out(what), new Effect.MarkCollected(handed.id())) : to(new Out(what));
    }

    private Transition onReceipt(ReceiptPrinter.Outcome outcome, Moment moment) {
        if (outcome instanceof ReceiptPrinter.Printed) {
            return to(new Out(What.RECEIPT));
        }
        if (moment.surroundings().usable().contains(DeviceKind.PAGE_PRINTER)) {
            return to(printing(What.RECEIPT_PAGE), new Effect.PrintSlipPage(handed.slip()));
        }
        return outcome instanceof ReceiptPrinter.NotPrinted not
                ? to(new Failed(What.RECEIPT, Optional.of(not.fault()), true))
                : to(new Failed(What.RECEIPT, Optional.of(((ReceiptPrinter.Uncertain) outcome).fault()), false));
    }

    private Transition to(Paper next, Effect... effects) {
        return Transition.to(new Collecting(handed, next, earlier), effects);
    }
}
