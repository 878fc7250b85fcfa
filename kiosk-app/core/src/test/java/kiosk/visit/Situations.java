package kiosk.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Presence;
import kiosk.form.Problem;
import kiosk.identity.Evidence;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.submission.Signature;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.People;
import kiosk.twin.PlainSlips;
import kiosk.twin.TurnedClock;
import kiosk.visit.Collecting.Claim;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Out;
import kiosk.visit.Collecting.Paper;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.Reprint;
import kiosk.visit.Collecting.What;

/** Every step of a visit, in every situation in which it answers differently, each with the answers it waits for. */
record Situations(Map<String, Situation> all) {
    static final SubmissionId ID = SubmissionId.parse("019a0000-0000-7000-8000-000000000001");
    static final SubmissionId EARLIER = SubmissionId.parse("019a0000-0000-7000-8000-000000000002");
    static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);
    static final Collectable WAITING = new Collectable(EARLIER, Items.PROOF.code(), NUMBER);
    static final Order ORDER = new Order("pay-here", Order.State.OPEN);
    static final Signature SIGNATURE = new Signature(new byte[] {1, 2, 3});
    static final Fault JAM = new Fault(Fault.Cause.PAPER_JAM, "jam");

    /** A step, and the kinds of answers that may change it. */
    record Situation(Visit visit, Set<Class<?>> waitsFor) {}

    static Situations every() {
        Situations situations = new Situations(new LinkedHashMap<>());
        situations.beforeAnybodyIsKnown();
        situations.upToTheForm();
        situations.papersAndReview();
        situations.handingIn();
        situations.collecting();
        situations.afterwards();
        return situations;
    }

    private void add(String name, Visit visit, Class<?>... waitsFor) {
        all.put(name, new Situation(visit, Set.of(waitsFor)));
    }

    private void beforeAnybodyIsKnown() {
        add("idle", new Idle(), VisitEvent.CardLaid.class, VisitEvent.CardTroubled.class);
        add(
                "awaiting a card",
                new AwaitingCard(Optional.empty(), Optional.empty()),
                VisitEvent.CardLaid.class,
                VisitEvent.CardTroubled.class);
        add(
                "awaiting a card for an item, after trouble",
                new AwaitingCard(Optional.of(Items.CARE), Optional.of(Setback.LAY_AGAIN)),
                VisitEvent.CardLaid.class,
                VisitEvent.CardTroubled.class);
        add("browsing", new Browsing(Optional.empty()), VisitEvent.CardLaid.class, VisitEvent.CardTroubled.class);
        add(
                "reading a guide",
                new Browsing(Optional.of(Items.CARE)),
                VisitEvent.CardLaid.class,
                VisitEvent.CardTroubled.class);
        add("awaiting a slip", new CheckingSlip(), VisitEvent.CardLaid.class, VisitEvent.CardTroubled.class);
        add("looking at a slip", new CheckingSlip(true, Optional.empty()), VisitEvent.SlipChecked.class);
        add("a slip is found genuine", new CheckingSlip(false, Optional.of(PlainSlips.GENUINE)));
        add(
                "identifying by card",
                new Identifying(People.zhangsEvidence(), Optional.empty()),
                VisitEvent.Identified.class);
        add(
                "identifying by social-security card, for an item",
                new Identifying(new Evidence.BySocialCard(People.zhangsSocialCard()), Optional.of(Items.PROOF)),
                VisitEvent.Identified.class);
        add(
                "identifying by code",
                new Identifying(new Evidence.ByCode("EC-0001"), Optional.of(Items.FACE)),
                VisitEvent.Identified.class);
    }

    private void upToTheForm() {
        add(
                "choosing",
                new ChoosingItem(People.zhang(), List.of(), Optional.empty()),
                VisitEvent.CollectablesFound.class);
        add(
                "choosing, a document waits",
                new ChoosingItem(People.zhangByCode(), List.of(WAITING), Optional.of(Items.FACE)),
                VisitEvent.CollectablesFound.class);
        add(
                "choosing, known by a social-security card",
                new ChoosingItem(People.zhangBySocialCard(), List.of(), Optional.empty()),
                VisitEvent.CollectablesFound.class);
        add(
                "choosing, known by a card that leaves an imprint",
                new ChoosingItem(People.zhangWithImprint(), List.of(), Optional.empty()),
                VisitEvent.CollectablesFound.class,
                VisitEvent.DraftFound.class);
        add(
                "choosing, something is half done",
                new ChoosingItem(People.zhangWithImprint(), List.of(), Optional.empty(), Optional.of(Matters.draft())),
                VisitEvent.CollectablesFound.class,
                VisitEvent.DraftFound.class);
        add(
                "informing of what may be half done",
                new Informing(People.zhangWithImprint(), Items.CARE),
                VisitEvent.DraftFound.class);
        add("filling what can be kept", Matters.halfFilled());
        add("asking for cases", new FollowingCases(People.zhang(), Optional.empty()), VisitEvent.CasesFound.class);
        add("following cases", new FollowingCases(People.zhang(), Optional.of(HandedIn.CASES)));
        Pins.situations().forEach((name, visit) -> add(name, visit, Pins.answersAt(visit)));
        add("informing", new Informing(People.zhang(), Items.CARE));
        add("informing once more", new Informing(People.zhang(), Items.CARE, Optional.of(Matters.filled("visit"))));
        add("filling", new FillingForm(Matters.begun(Items.CARE), List.of()), VisitEvent.PrefillFound.class);
        add(
                "filling what was sent back",
                new FillingForm(Matters.filled("referral"), List.of(Problem.of("phone", Problem.Why.PLATFORM))));
    }

    private void papersAndReview() {
        add(
                "gathering",
                GatheringMaterials.begun(Matters.filled("resident"), Matters.onFile()),
                VisitEvent.CertificatesFound.class);
        add(
                "scanning",
                GatheringMaterials.begun(Matters.filled("referral"), Map.of()).scanning("referral", 0.5),
                VisitEvent.CertificatesFound.class,
                VisitEvent.ScanMoved.class,
                VisitEvent.PageIn.class);
        add(
                "asked about a page",
                GatheringMaterials.begun(Matters.filled("referral"), Map.of())
                        .scanning("referral", 1)
                        .on(Happenings.BLURRED, Moments.usual())
                        .next(),
                VisitEvent.CertificatesFound.class);
        add("signing", new Signing(Matters.filled("visit")));
        add("reviewing", new Reviewing(Matters.signed(), List.of()));
        add("reviewing a payment", new Reviewing(Matters.payment(), List.of(Problem.of("grade", Problem.Why.MISSING))));
        add("pre-checking", new PreChecking(Matters.signed()), VisitEvent.PreChecked.class);
        add("pre-checking a payment", new PreChecking(Matters.payment()), VisitEvent.PreChecked.class);
    }

    private void handingIn() {
        add(
                "paying, no order yet",
                new Paying(Matters.payment(), Optional.empty(), Optional.empty()),
                VisitEvent.OrderMade.class);
        add(
                "paying, code shown",
                new Paying(Matters.payment(), Optional.of(NUMBER), Optional.of(ORDER)),
                VisitEvent.OrderSeen.class);
        add("submitting", new Submitting(Matters.signed(), Optional.empty()), VisitEvent.Queued.class);
        add("submitted", new Submitting(Matters.signed(), Optional.of(NUMBER)), VisitEvent.DeliveryKnown.class);
        add(
                "a certificate is asked for",
                new Submitting(Matters.certificate(Items.PROOF), Optional.of(NUMBER)),
                VisitEvent.DeliveryKnown.class);
        add(
                "a certificate that cannot wait is asked for",
                new Submitting(Matters.certificate(Items.TAX_RECORD), Optional.of(NUMBER)),
                VisitEvent.DeliveryKnown.class);
        add("paid", new Submitting(Matters.payment(), Optional.of(NUMBER)), VisitEvent.DeliveryKnown.class);
    }

    private void collecting() {
        add("fetching", collecting(new Fetching()), VisitEvent.DocumentFetched.class);
        add("printing a receipt", printing(What.RECEIPT), VisitEvent.ReceiptPrinted.class);
        add(
                "printing a receipt's page",
                printing(What.RECEIPT_PAGE),
                VisitEvent.PagesMoved.class,
                VisitEvent.PagesPrinted.class);
        add("printing a document", printing(What.DOCUMENT), VisitEvent.PagesMoved.class, VisitEvent.PagesPrinted.class);
        for (What what : What.values()) {
            add(what + " out", collecting(new Out(what)));
            add(what + " not out", collecting(new Failed(what, Optional.of(JAM), true)));
            add(what + " perhaps out", collecting(new Failed(what, Optional.empty(), false)));
        }
        for (What what : List.of(What.RECEIPT, What.DOCUMENT)) {
            add(what + " asked for once more", collecting(new Reprint(what)));
        }
        add(
                "a document not out, its claim on the way",
                collecting(new Failed(What.DOCUMENT, Optional.of(JAM), true, Claim.COMING)),
                VisitEvent.ReceiptPrinted.class);
        add("an earlier document out", new Collecting(handed(), new Out(What.DOCUMENT), true));
    }

    private void afterwards() {
        for (NotDone.Why why : NotDone.Why.values()) {
            add("not done: " + why, new NotDone(People.zhang(), Optional.of(Items.FEE), why));
        }
        add("rating", new RatingService(People.zhang(), ID, Items.CARE));
        add("finishing", new Finishing(People.zhangByCode()));
        add("ending", new Ending(DeviceKind.ID_CARD_READER, Presence.UNKNOWN), VisitEvent.CardSeen.class);
        add(
                "ending, the card lies there",
                new Ending(DeviceKind.SOCIAL_CARD_READER, Presence.THERE),
                VisitEvent.CardSeen.class);
        add("awaiting a technician", new AwaitingTechnician());
        add("under maintenance", new UnderMaintenance(1042));
    }

    static Handed handed() {
        return new Handed(
                Matters.certificate(Items.PROOF), NUMBER, Optional.of(MemoryOutbox.receipt()), TurnedClock.MORNING);
    }

    static Collecting collecting(Paper paper) {
        return new Collecting(handed(), paper, false);
    }

    static Collecting printing(What what) {
        return collecting(new Printing(what, 1, Optional.empty()));
    }

    List<Visit> visits() {
        return new ArrayList<>(all.values().stream().map(Situation::visit).toList());
    }
}
