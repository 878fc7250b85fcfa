package kiosk.visit;

import java.util.List;
import java.util.Map;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.identity.CardImprint;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.Pin;
import kiosk.journal.Occurrence;
import kiosk.submission.Draft;
import kiosk.submission.Rating;
import kiosk.submission.Slip;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;

/** Something a visit asks of the world; its answer comes back as a {@link VisitEvent}. */
public sealed interface Effect {
    /** An effect that touches the queue; those of a terminal are performed one after the other, in the order asked. */
    sealed interface Ordered extends Effect {}

    /** Wait at all readers for a card or a code. */
    record ListenForCard() implements Effect {}

    /** Somebody touched the screen: a card that was read before and not seen to go may begin a visit once more. */
    record WelcomeAgain() implements Effect {}

    /** Look whether a code proves a slip; no network is needed. */
    record CheckSlip(String code) implements Effect {
        @Override
        public String toString() {
            return "CheckSlip[" + code.length() + " characters]";
        }
    }

    /** Ask the platform who this is. */
    record Identify(Evidence evidence) implements Effect {}

    /** Ask for the documents that wait for their holder. */
    record FindCollectables(String session) implements Effect {
        @Override
        public String toString() {
            return "FindCollectables";
        }
    }

    /** Ask how what the citizen handed in stands: here, and at the platform. */
    record FindCases(Citizen citizen) implements Effect {}

    /** Ask what the platform knows for an item's form. */
    record FetchPrefill(String session, ServiceItem item) implements Effect {
        @Override
        public String toString() {
            return "FetchPrefill[" + item.code() + "]";
        }
    }

    /** Ask for electronic certificates: material to kind. */
    record FindCertificates(String session, Map<String, String> kindByMaterial) implements Effect {
        @Override
        public String toString() {
            return "FindCertificates" + kindByMaterial;
        }
    }

    /**
     * Scan one page of a material.
     *
     * @param before how many this scan has brought before; with none, nothing of what was scanned for others may come
     */
    record Scan(String material, Resolution resolution, int before) implements Effect {}

    /** Ask the platform what it finds wrong. */
    record AskPreCheck(String session, String item, Map<String, String> values) implements Effect {
        @Override
        public String toString() {
            return "AskPreCheck[" + item + "]";
        }
    }

    /** Put the submission on disk, held, and then make the order for its fee. */
    record MakeOrder(Submission submission, long fen) implements Ordered {}

    /** Watch the order until it is no longer open. */
    record WatchOrder(SubmissionId id) implements Effect {}

    /** Give up what is held or not delivered. */
    record Abandon(SubmissionId id) implements Ordered {}

    /** Deliver what was held: the money is there. */
    record Release(SubmissionId id) implements Ordered {}

    /** Put the submission on disk. */
    record Queue(Submission submission) implements Ordered {}

    /** Wait, not for long, for the platform to have the submission. */
    record AwaitDelivery(SubmissionId id) implements Effect {}

    /**
     * Fetch and check the document of a delivered submission.
     *
     * @param copy which print of it this is; from the second on it is marked
     */
    record FetchDocument(SubmissionId id, SubmissionNumber number, int copy) implements Effect {}

    /** Print a receipt on the roll. */
    record PrintReceipt(Slip slip) implements Effect {}

    /** Print a receipt on a page. */
    record PrintSlipPage(Slip slip) implements Effect {}

    /** Print the pages of a document. */
    record PrintPages(SubmissionId id, PagePrinter.Job job) implements Effect {}

    /** Keep what is filled in, in the place of what was kept of it before. */
    record KeepDraft(Draft draft) implements Ordered {}

    /** Look for what was left half done with this card, and not handed in since. */
    record FindDraft(CardImprint card) implements Ordered {}

    /** Forget what is kept of that item with this card. */
    record ForgetDraft(CardImprint card, String item) implements Ordered {}

    /** Note that nobody said they had taken the paper. */
    record PaperLeft(SubmissionId id) implements Effect {}

    /** Call the citizen back, again and again, for what was left behind. */
    record Announce(Announcer.Left left) implements Effect {}

    /** Tell the platform that the document was handed over. */
    record MarkCollected(SubmissionId id) implements Effect {}

    /** Tell the platform that the citizen has gone. */
    record EndSession(String session) implements Effect {
        @Override
        public String toString() {
            return "EndSession";
        }
    }

    /** Put a rating on disk. */
    record Rate(Rating rating) implements Ordered {}

    /** Keep in the journal what a technician did. */
    record NoteTechnician(Occurrence what, int technician) implements Effect {}

    /** Look whether the card lies there, and wait for a change from what was seen last. */
    record WatchCard(DeviceKind reader, Presence last) implements Effect {}

    /** Ask the card with this id whether it has a PIN, and how many tries are left. */
    record AskPinTries(String cardId) implements Effect {
        @Override
        public String toString() {
            return "AskPinTries";
        }
    }

    /** Change the PIN of the card with this id; both PINs are wiped afterwards. */
    record ChangePin(String cardId, Pin old, Pin fresh) implements Effect {
        @Override
        public String toString() {
            return "ChangePin";
        }
    }

    /** Overwrite PINs that nobody needs any more. */
    record WipePins(List<Pin> pins) implements Effect {
        /** Keeps the list from changing. */
        public WipePins {
            pins = List.copyOf(pins);
        }

        @Override
        public String toString() {
            return "WipePins[" + pins.size() + "]";
        }
    }
}
