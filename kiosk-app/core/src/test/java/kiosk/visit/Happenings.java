package kiosk.visit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner;
import kiosk.device.PagePrinter;
import kiosk.device.Presence;
import kiosk.device.ReceiptPrinter;
import kiosk.device.ScannedPage;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.submission.Outbox;
import kiosk.submission.PageFlaw;
import kiosk.submission.Paperwork;
import kiosk.submission.Rating;
import kiosk.submission.Signature;
import kiosk.submission.Slip;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.People;
import kiosk.twin.PlainSlips;
import kiosk.twin.TurnedClock;

/** Everything that may happen to a visit, with every outcome of every device, of the queue and of the platform. */
final class Happenings {
    static final ScannedPage PAGE = new ScannedPage(new byte[] {1}, 1654, 2339, 200);
    static final PagePrinter.Job JOB = new PagePrinter.Job(Situations.NUMBER.text(), new byte[] {1}, 2);

    static final VisitEvent BLURRED =
            new VisitEvent.PageIn("referral", new DocumentScanner.Scanned(PAGE), Set.of(PageFlaw.BLURRED));

    private Happenings() {}

    static List<VisitEvent> all() {
        List<VisitEvent> all = new ArrayList<>(touches());
        all.addAll(answers());
        return all;
    }

    /** What the citizen does, walks away from included. */
    static List<VisitEvent> touches() {
        List<VisitEvent> touches = new ArrayList<>(List.of(
                new VisitEvent.Touched(),
                new VisitEvent.GuidesWanted(),
                new VisitEvent.GuideOpened(Optional.empty()),
                new VisitEvent.GuideOpened(Optional.of(Items.CARE)),
                new VisitEvent.CardWanted(Optional.empty()),
                new VisitEvent.CardWanted(Optional.of(Items.FEE)),
                new VisitEvent.DocumentChosen(Situations.WAITING),
                new VisitEvent.PinChangeWanted(),
                new VisitEvent.SlipCheckWanted(),
                new VisitEvent.CardPutBack(),
                new VisitEvent.Agreed(),
                new VisitEvent.FormDone(),
                new VisitEvent.FormAgain(),
                new VisitEvent.ScanStopped(),
                new VisitEvent.PageKept(),
                new VisitEvent.PageLeftOut(),
                new VisitEvent.DraftWanted(Items.CARE.code()),
                new VisitEvent.DraftWanted("none"),
                new VisitEvent.DraftUnwanted(Items.CARE.code()),
                new VisitEvent.MaterialsDone(),
                new VisitEvent.Signed(new Signature(new byte[] {4, 5})),
                new VisitEvent.Confirmed(),
                new VisitEvent.PrintAgain(),
                new VisitEvent.Taken(),
                new VisitEvent.RatingSkipped(),
                new VisitEvent.AnotherMatter(),
                new VisitEvent.Back(),
                new VisitEvent.Quit(),
                new VisitEvent.PatienceEnded(),
                new VisitEvent.MaintenanceAsked(),
                new VisitEvent.MaintenanceEntered(1042),
                new VisitEvent.MaintenanceLeft()));
        for (ServiceItem item : Items.CATALOGUE.items()) {
            touches.add(new VisitEvent.ItemChosen(item));
        }
        for (int stars = -1; stars <= 6; stars++) {
            touches.add(new VisitEvent.RatingGiven(stars, List.of()));
            touches.add(new VisitEvent.RatingGiven(stars, List.of("slow")));
        }
        touches.addAll(entries());
        touches.addAll(HandedIn.touches());
        Pins.all().stream().map(VisitEvent.PinTyped::new).forEach(touches::add);
        return touches;
    }

    private static List<VisitEvent> entries() {
        List<VisitEvent> entries = new ArrayList<>();
        for (String field : List.of("name", "number", "phone", "type", "until", "period", "grade", "none")) {
            for (String value : List.of("", "13800000000", "visit", "resident", "2026-12-01", "low", "\uD842")) {
                entries.add(new VisitEvent.FieldFilled(field, value));
            }
        }
        for (String material : List.of("permit", "referral", "none")) {
            entries.add(new VisitEvent.CertificateChosen(material, "C-1"));
            entries.add(new VisitEvent.CertificateChosen(material, "C-2"));
            entries.add(new VisitEvent.ScanAsked(material));
            entries.add(new VisitEvent.MaterialDropped(material));
            for (int page = -1; page <= 2; page++) {
                entries.add(new VisitEvent.PageDropped(material, page));
            }
        }
        return entries;
    }

    /** What devices, queue and platform say. */
    static List<VisitEvent> answers() {
        List<VisitEvent> answers = new ArrayList<>();
        answers.addAll(ofReaders());
        answers.addAll(ofThePlatform());
        answers.addAll(ofTheQueue());
        answers.addAll(ofPaper());
        answers.addAll(HandedIn.answers());
        effects().forEach(effect -> answers.add(new VisitEvent.EffectFailed(effect)));
        return answers;
    }

    private static List<VisitEvent> ofReaders() {
        List<VisitEvent> answers = new ArrayList<>(List.of(
                new VisitEvent.CardLaid(People.zhangsEvidence()),
                new VisitEvent.CardLaid(new Evidence.BySocialCard(People.zhangsSocialCard())),
                new VisitEvent.CardLaid(new Evidence.ByCode("EC-0001")),
                new VisitEvent.CardLaid(new Evidence.ByCode(PlainSlips.CODE))));
        Arrays.stream(Setback.values()).map(VisitEvent.CardTroubled::new).forEach(answers::add);
        Arrays.stream(Presence.values()).map(VisitEvent.CardSeen::new).forEach(answers::add);
        Pins.outcomes().stream().map(VisitEvent.PinAnswered::new).forEach(answers::add);
        return answers;
    }

    private static List<VisitEvent> ofThePlatform() {
        List<VisitEvent> answers = new ArrayList<>(List.of(
                new VisitEvent.Identified(new Answer.Answered<>(People.zhang())),
                new VisitEvent.Identified(new Answer.Answered<>(People.zhangByCode())),
                new VisitEvent.Identified(new Answer.Answered<>(People.zhangBySocialCard())),
                new VisitEvent.Identified(new Answer.Unreachable<>()),
                new VisitEvent.DraftFound(Optional.empty()),
                new VisitEvent.DraftFound(Optional.of(Matters.draft())),
                new VisitEvent.DraftKept(),
                new VisitEvent.CollectablesFound(List.of()),
                new VisitEvent.CollectablesFound(List.of(Situations.WAITING)),
                new VisitEvent.PrefillFound(Items.CARE.code(), Map.of(Prefill.PLATFORM_PHONE, "13911111111")),
                new VisitEvent.PrefillFound(Items.CARE.code(), Map.of(Prefill.PLATFORM_PHONE, "\uD842")),
                new VisitEvent.CertificatesFound(Map.of()),
                new VisitEvent.CertificatesFound(Matters.onFile()),
                new VisitEvent.PreChecked(List.of()),
                new VisitEvent.PreChecked(List.of(Problem.of("phone", Problem.Why.PLATFORM)))));
        for (Answer.Refusal why : Answer.Refusal.values()) {
            answers.add(new VisitEvent.Identified(new Answer.Refused<Citizen>(why)));
        }
        return answers;
    }

    private static List<VisitEvent> ofTheQueue() {
        List<VisitEvent> answers = new ArrayList<>();
        List<Outbox.Acceptance> acceptances = new ArrayList<>(List.of(new Outbox.Accepted(Situations.NUMBER)));
        Arrays.stream(Outbox.Why.values()).map(Outbox.NotAccepted::new).forEach(acceptances::add);
        for (Outbox.Acceptance acceptance : acceptances) {
            answers.add(new VisitEvent.Queued(acceptance));
            answers.add(new VisitEvent.OrderMade(acceptance, new Answer.Unreachable<>()));
            answers.add(new VisitEvent.OrderMade(acceptance, new Answer.Refused<>(Answer.Refusal.OTHER)));
            for (Order.State state : Order.State.values()) {
                answers.add(new VisitEvent.OrderMade(acceptance, new Answer.Answered<>(new Order("pay", state))));
            }
        }
        Arrays.stream(Order.State.values()).map(VisitEvent.OrderSeen::new).forEach(answers::add);
        answers.add(new VisitEvent.DeliveryKnown(new Outbox.Delivered(MemoryOutbox.receipt())));
        answers.add(new VisitEvent.DeliveryKnown(new Outbox.Underway()));
        answers.add(new VisitEvent.DeliveryKnown(new Outbox.GivenUp()));
        answers.add(new VisitEvent.DeliveryKnown(new Outbox.Refused()));
        answers.add(
                new VisitEvent.DeliveryKnown(new Outbox.SentBack(List.of(Problem.of("phone", Problem.Why.PLATFORM)))));
        return answers;
    }

    private static List<VisitEvent> ofPaper() {
        List<VisitEvent> answers = new ArrayList<>(List.of(
                new VisitEvent.ScanMoved(0.7),
                new VisitEvent.PageIn("referral", new DocumentScanner.Scanned(PAGE)),
                new VisitEvent.PageIn("referral", new DocumentScanner.Scanned(PAGE, DocumentScanner.Rest.MORE_SHEETS)),
                BLURRED,
                new VisitEvent.PageIn("referral", new DocumentScanner.Scanned(PAGE), Set.of(PageFlaw.BLANK)),
                new VisitEvent.PageIn("referral", new DocumentScanner.NoPaper()),
                new VisitEvent.PageIn("referral", new DocumentScanner.Cancelled()),
                new VisitEvent.PageIn("referral", new DocumentScanner.Broken(Situations.JAM)),
                new VisitEvent.DocumentFetched(Optional.empty()),
                new VisitEvent.DocumentFetched(Optional.of(new Paperwork.Fit(JOB))),
                new VisitEvent.DocumentFetched(Optional.of(new Paperwork.Unfit("not-a-pdf"))),
                new VisitEvent.PagesMoved(new PagePrinter.Sheets(1)),
                new VisitEvent.PagesMoved(new PagePrinter.Held(Situations.JAM)),
                new VisitEvent.PagesPrinted(new PagePrinter.Printed(2)),
                new VisitEvent.PagesPrinted(new PagePrinter.NotPrinted(Situations.JAM)),
                new VisitEvent.PagesPrinted(new PagePrinter.Uncertain(Situations.JAM))));
        answers.add(new VisitEvent.ReceiptPrinted(new ReceiptPrinter.Printed()));
        answers.add(new VisitEvent.ReceiptPrinted(new ReceiptPrinter.NotPrinted(Situations.JAM)));
        answers.add(new VisitEvent.ReceiptPrinted(new ReceiptPrinter.Uncertain(Situations.JAM)));
        return answers;
    }

    /** One effect of every kind. */
    static List<Effect> effects() {
        Slip slip = Situations.handed().slip();
        Rating rating = new Rating(Situations.EARLIER, Situations.ID, 5, List.of(), TurnedClock.MORNING);
        return List.of(
                new Effect.ListenForCard(),
                new Effect.WelcomeAgain(),
                new Effect.NoteTechnician(Occurrence.TECHNICIAN_ENTERED, 1042),
                new Effect.CheckSlip(PlainSlips.CODE),
                new Effect.Identify(People.zhangsEvidence()),
                new Effect.FindCollectables("session"),
                new Effect.FindCases(People.zhang()),
                new Effect.FetchPrefill("session", Items.CARE),
                new Effect.FindCertificates("session", Map.of("permit", "residence-permit")),
                new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0),
                new Effect.AskPreCheck("session", Items.CARE.code(), Map.of()),
                new Effect.MakeOrder(Matters.payment().handedIn(TurnedClock.MORNING), 1),
                new Effect.WatchOrder(Situations.ID),
                new Effect.Abandon(Situations.ID),
                new Effect.Release(Situations.ID),
                new Effect.Queue(Matters.signed().handedIn(TurnedClock.MORNING)),
                new Effect.AwaitDelivery(Situations.ID),
                new Effect.FetchDocument(Situations.ID, Situations.NUMBER, 1),
                new Effect.PrintReceipt(slip),
                new Effect.PrintSlipPage(slip),
                new Effect.PrintPages(Situations.ID, JOB),
                new Effect.KeepDraft(Matters.draft()),
                new Effect.FindDraft(People.imprint(People.ZHANG)),
                new Effect.ForgetDraft(People.imprint(People.ZHANG), Items.CARE.code()),
                new Effect.PaperLeft(Situations.ID),
                new Effect.Announce(Announcer.Left.PAPER),
                new Effect.MarkCollected(Situations.ID),
                new Effect.EndSession("session"),
                new Effect.Rate(rating),
                new Effect.WatchCard(DeviceKind.ID_CARD_READER, Presence.THERE),
                new Effect.AskPinTries(People.zhangsSocialCard().cardId()),
                new Effect.ChangePin(People.zhangsSocialCard().cardId(), Pins.OLD, Pins.FRESH),
                new Effect.WipePins(List.of(Pins.OLD)));
    }
}
