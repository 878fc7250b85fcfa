package kiosk.visit;

import java.util.Optional;
import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.PagePrinter;
import kiosk.device.ReceiptPrinter;
import kiosk.identity.Citizen;
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
     * @param claim how far the slip is that tells how to collect it later
     */
    public record Failed(What what, Optional<Fault> fault, boolean certain, Claim claim) implements Paper {
        /** Without a slip. */
        public Failed(What what, Optional<Fault> fault, boolean certain) {
            this(what, fault, certain, Claim.NONE);
        }

        /** Whether it may be tried again: a receipt always, a document only if no second original can come of it. */
        public boolean mayBePrintedAgain() {
            return certain || what != What.DOCUMENT;
        }
    }

    /** How far a claim slip is: there is none, it is being printed, it is out. */
    public enum Claim {
        NONE,
        COMING,
        OUT
    }

    /** It may have come out before: another one is printed only if the citizen says so, and is marked as such. */
    public record Reprint(What what) implements Paper {}

    static Transition of(Handed handed, What what) {
        return new Collecting(handed, new Fetching(), false).print(what);
    }

    /** A paper of an earlier visit; what may have come out then is asked about first. */
    static Transition earlier(Handed handed, What what) {
        Collecting collecting = new Collecting(handed, new Fetching(), true);
        return handed.copy() > 1 ? collecting.to(new Reprint(what)) : collecting.print(what);
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
        if (event instanceof VisitEvent.Quit) {
            return Ending.of(handed.citizen());
        }
        if (event instanceof VisitEvent.PatienceEnded && paper instanceof Out) {
            return Transition.to(after(), new Effect.PaperLeft(handed.id()));
        }
        if (event instanceof VisitEvent.Taken || event instanceof VisitEvent.PatienceEnded) {
            return Transition.to(after());
        }
        if (paper instanceof Reprint reprint) {
            return event instanceof VisitEvent.PrintAgain ? print(reprint.what()) : stay();
        }
        return paper instanceof Failed failed ? onFailed(failed, event) : stay();
    }

    /** What surely did not come out is printed as if for the first time; what perhaps did, only marked. */
    private Transition onFailed(Failed failed, VisitEvent event) {
        if (event instanceof VisitEvent.PrintAgain) {
            if (failed.claim() == Claim.COMING) {
                return stay();
            }
            if (failed.certain()) {
                return print(failed.what());
            }
            return failed.mayBePrintedAgain() ? next().print(failed.what()) : next().to(new Reprint(failed.what()));
        }
        boolean slipEnded = event instanceof ReceiptPrinted || Visit.failed(event, Effect.PrintReceipt.class);
        if (failed.claim() != Claim.COMING || !slipEnded) {
            return stay();
        }
        boolean out = event instanceof ReceiptPrinted slip && slip.outcome() instanceof ReceiptPrinter.Printed;
        return to(new Failed(failed.what(), failed.fault(), failed.certain(), out ? Claim.OUT : Claim.NONE));
    }

    private Transition print(What what) {
        return what == What.DOCUMENT ? fetching() : receiving();
    }

    private Collecting next() {
        return new Collecting(handed.again(), paper, earlier);
    }

    /** Paper that is out is called for until somebody says that they have it. */
    @Override
    public Set<Effect> standing() {
        return paper instanceof Out ? Set.of(new Effect.Announce(Announcer.Left.PAPER)) : Set.of();
    }

    private Transition fetching() {
        return to(new Fetching(), new Effect.FetchDocument(handed.id(), handed.number(), handed.copy()));
    }

    private Transition receiving() {
        return to(printing(What.RECEIPT), new Effect.PrintReceipt(handed.slip()));
    }

    private Visit after() {
        Citizen citizen = handed.citizen();
        return earlier ? new Finishing(citizen) : new RatingService(citizen, handed.id(), handed.item());
    }

    private Transition onFetching(VisitEvent event) {
        if (event instanceof VisitEvent.DocumentFetched fetched) {
            if (fetched.document().isEmpty()) {
                return earlier ? to(new Failed(What.DOCUMENT, Optional.empty(), true)) : receiving();
            }
            return fetched.document().get() instanceof Paperwork.Fit fit
                    ? to(printing(What.DOCUMENT), new Effect.PrintPages(handed.id(), fit.job()))
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
        return event instanceof PagesPrinted printed ? onPages(printing.what(), printed.outcome(), moment) : stay();
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

    private Transition onPages(What what, PagePrinter.Outcome outcome, Moment moment) {
        if (outcome instanceof PagePrinter.NotPrinted not) {
            return failed(what, not.fault(), true, moment);
        }
        if (outcome instanceof PagePrinter.Uncertain uncertain) {
            return failed(what, uncertain.fault(), false, moment);
        }
        return what == What.DOCUMENT ? to(new Out(what), new Effect.MarkCollected(handed.id())) : to(new Out(what));
    }

    /** A document that did not come out waits at the platform; where the roll works, a slip says how to get it. */
    private Transition failed(What what, Fault fault, boolean certain, Moment moment) {
        boolean slip = what == What.DOCUMENT && moment.surroundings().usable().contains(DeviceKind.RECEIPT_PRINTER);
        return slip
                ? to(
                        new Failed(what, Optional.of(fault), certain, Claim.COMING),
                        new Effect.PrintReceipt(handed.claimSlip()))
                : to(new Failed(what, Optional.of(fault), certain));
    }

    private Transition onReceipt(ReceiptPrinter.Outcome outcome, Moment moment) {
        if (outcome instanceof ReceiptPrinter.Printed) {
            return to(new Out(What.RECEIPT));
        }
        boolean certain = outcome instanceof ReceiptPrinter.NotPrinted;
        if (moment.surroundings().usable().contains(DeviceKind.PAGE_PRINTER)) {
            Collecting onAPage = certain ? this : next();
            return onAPage.to(printing(What.RECEIPT_PAGE), new Effect.PrintSlipPage(onAPage.handed.slip()));
        }
        Fault fault = outcome instanceof ReceiptPrinter.NotPrinted not
                ? not.fault()
                : ((ReceiptPrinter.Uncertain) outcome).fault();
        return to(new Failed(What.RECEIPT, Optional.of(fault), certain));
    }

    private Transition to(Paper next, Effect... effects) {
        return Transition.to(new Collecting(handed, next, earlier), effects);
    }
}
