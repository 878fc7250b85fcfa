package kiosk.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DocumentScanner;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.device.ReceiptPrinter;
import kiosk.device.card.PinOutcome;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.Pin;
import kiosk.platform.Answer;
import kiosk.platform.Cases;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.platform.SlipProofs;
import kiosk.submission.Draft;
import kiosk.submission.Outbox;
import kiosk.submission.PageFlaw;
import kiosk.submission.Paperwork;
import kiosk.submission.Signature;
import kiosk.submission.SubmissionId;

/** What may happen to a visit: a touch, an answer of a port, or silence. */
public sealed interface VisitEvent {
    /** A touch that points at something by its place: it means nothing once the picture has changed. */
    sealed interface Pointing extends VisitEvent {}

    /** The attract screen was touched. */
    record Touched() implements VisitEvent {}

    /** The citizen wants to read what the terminal offers before showing who they are. */
    record GuidesWanted() implements VisitEvent {}

    /** A guide was opened, or closed. */
    record GuideOpened(Optional<ServiceItem> item) implements VisitEvent {}

    /** The citizen wants to begin, with an item already in mind or not. */
    record CardWanted(Optional<ServiceItem> wanted) implements VisitEvent {}

    /** Somebody wants to know whether a slip is genuine. */
    record SlipCheckWanted() implements VisitEvent {}

    /** An item was chosen. */
    record ItemChosen(ServiceItem item) implements VisitEvent {}

    /** A document that waits for its holder was chosen. */
    record DocumentChosen(Collectable document) implements VisitEvent {}

    /** What was left half done is to be gone on with. */
    record DraftWanted(String item) implements VisitEvent {}

    /** What was left half done is to be forgotten. */
    record DraftUnwanted(String item) implements VisitEvent {}

    /** The citizen wants to see how what they handed in stands. */
    record CasesWanted() implements VisitEvent {}

    /** A case that was sent back is to be put right. */
    record CaseChosen(SubmissionId id) implements VisitEvent {}

    /** The PIN of the citizen's social-security card is to be changed. */
    record PinChangeWanted() implements VisitEvent {}

    /** A PIN was typed whole. */
    record PinTyped(Pin pin) implements Pointing {}

    /** The card that was taken is said to be in its reader again. */
    record CardPutBack() implements VisitEvent {}

    /** The citizen agrees to the item's guide. */
    record Agreed() implements VisitEvent {}

    /** A value was entered; blank empties the field. */
    record FieldFilled(String field, String value) implements VisitEvent {
        @Override
        public String toString() {
            return "FieldFilled[" + field + "]";
        }
    }

    /** The form is said to be done. */
    record FormDone() implements VisitEvent {}

    /** From the review back to the form. */
    record FormAgain() implements VisitEvent {}

    /** An electronic certificate is to stand for a material. */
    record CertificateChosen(String material, String certificateId) implements VisitEvent {
        @Override
        public String toString() {
            return "CertificateChosen[" + material + "]";
        }
    }

    /** A page of a material is to be scanned. */
    record ScanAsked(String material) implements VisitEvent {}

    /** The scan under way is to stop. */
    record ScanStopped() implements VisitEvent {}

    /** The page about which the citizen is asked is to be handed in as it is. */
    record PageKept() implements Pointing {}

    /** The page about which the citizen is asked is to be left out. */
    record PageLeftOut() implements Pointing {}

    /** A scanned page, counted from 0, is to be left out. */
    record PageDropped(String material, int page) implements Pointing {}

    /** What was supplied for a material is to be left out. */
    record MaterialDropped(String material) implements Pointing {}

    /** The materials are said to be whole. */
    record MaterialsDone() implements VisitEvent {}

    /** The citizen signed. */
    record Signed(Signature signature) implements VisitEvent {}

    /** The citizen confirms what was reviewed. */
    record Confirmed() implements VisitEvent {}

    /** What did not come out is to be printed again. */
    record PrintAgain() implements VisitEvent {}

    /** The citizen has the paper, or has noted the number. */
    record Taken() implements VisitEvent {}

    /** The service was rated, one to five stars; below three with reasons. */
    record RatingGiven(int stars, List<String> reasons) implements VisitEvent {}

    /** The citizen does not want to rate. */
    record RatingSkipped() implements VisitEvent {}

    /** The citizen has another matter. */
    record AnotherMatter() implements VisitEvent {}

    /** One step back. */
    record Back() implements VisitEvent {}

    /** The citizen goes. */
    record Quit() implements VisitEvent {}

    /** A technician knocked. */
    record MaintenanceAsked() implements VisitEvent {}

    /** A technician proved who they are. */
    record MaintenanceEntered(int technician) implements VisitEvent {}

    /** The technician is done. */
    record MaintenanceLeft() implements VisitEvent {}

    /** Nothing was touched for as long as the step waits. */
    record PatienceEnded() implements VisitEvent {}

    /** A card was read, or a code. */
    record CardLaid(Evidence evidence) implements VisitEvent {}

    /** What was laid or shown could not be used. */
    record CardTroubled(Setback setback) implements VisitEvent {}

    /** What is to be thought of the slip that was held before the scanner. */
    record SlipChecked(SlipProofs.Finding finding) implements VisitEvent {}

    /** Whether the card still lies there. */
    record CardSeen(Presence presence) implements VisitEvent {}

    /** What the card said about its PIN. */
    record PinAnswered(PinOutcome outcome) implements VisitEvent {}

    /** The platform said who this is, or did not. */
    record Identified(Answer<Citizen> answer) implements VisitEvent {}

    /** The documents that wait for their holder. */
    record CollectablesFound(List<Collectable> documents) implements VisitEvent {}

    /** What was left half done with this card. */
    record DraftFound(Optional<Draft> draft) implements VisitEvent {}

    /** What was half done is kept, or could not be. */
    record DraftKept() implements VisitEvent {}

    /** What the citizen handed in, as far as it is known. */
    record CasesFound(Cases cases) implements VisitEvent {}

    /** What the platform knows for an item's form. */
    record PrefillFound(String item, Map<Prefill, String> known) implements VisitEvent {
        @Override
        public String toString() {
            return "PrefillFound[" + item + ", " + known.size() + " values]";
        }
    }

    /** The electronic certificates that may stand for materials. */
    record CertificatesFound(Map<String, List<Certificate>> byMaterial) implements VisitEvent {}

    /** How much of the page is in, 0 to 1. */
    record ScanMoved(double part) implements VisitEvent {}

    /** How a scan ended, and what is wrong with the page it brought. */
    record PageIn(String material, DocumentScanner.Outcome outcome, Set<PageFlaw> flaws) implements VisitEvent {
        /** Keeps the set from changing. */
        public PageIn {
            flaws = Set.copyOf(flaws);
        }

        /** A scan that brought no page, or a page without a flaw. */
        public PageIn(String material, DocumentScanner.Outcome outcome) {
            this(material, outcome, Set.of());
        }
    }

    /** What the platform finds wrong; nothing when it does not answer. */
    record PreChecked(List<Problem> problems) implements VisitEvent {}

    /** Whether the held submission is on disk, and the order made. */
    record OrderMade(Outbox.Acceptance held, Answer<Order> order) implements VisitEvent {}

    /** The order's state changed. */
    record OrderSeen(Order.State state) implements VisitEvent {}

    /** Whether the submission is on disk. */
    record Queued(Outbox.Acceptance acceptance) implements VisitEvent {}

    /** What became of the submission. */
    record DeliveryKnown(Outbox.Delivery delivery) implements VisitEvent {}

    /** The platform's document, checked; or empty while it is not issued. */
    record DocumentFetched(Optional<Paperwork.Check> document) implements VisitEvent {}

    /** How far the pages are. */
    record PagesMoved(PagePrinter.Progress progress) implements VisitEvent {}

    /** How printing pages ended. */
    record PagesPrinted(PagePrinter.Outcome outcome) implements VisitEvent {}

    /** How printing a receipt ended. */
    record ReceiptPrinted(ReceiptPrinter.Outcome outcome) implements VisitEvent {}

    /** An effect failed by a bug; it is in the journal. */
    record EffectFailed(Effect effect) implements VisitEvent {}
}
