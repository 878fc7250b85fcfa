package kiosk.desktop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Presence;
import kiosk.device.ScannedPage;
import kiosk.form.Problem;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Matter;
import kiosk.submission.PageFlaw;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial;
import kiosk.visit.AwaitingCard;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Browsing;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.Doubt;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Finishing;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Handed;
import kiosk.visit.Identifying;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.PreChecking;
import kiosk.visit.RatingService;
import kiosk.visit.Reviewing;
import kiosk.visit.Setback;
import kiosk.visit.Signing;
import kiosk.visit.Submitting;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.Visit;

/** Visits at every step, with a fictional citizen and the shipped catalogue. */
public final class SampleVisits {
    private static final String CARE = "medical-insurance.cross-region-care";
    private static final String PROOF = "social-security.contribution-certificate";

    private SampleVisits() {}

    private static Handed handed(String item, Optional<String> caseNumber) {
        return new Handed(
                SubmissionId.parse("01948f00-0000-7000-8000-000000000001"),
                Samples.NUMBER,
                Samples.item(item),
                Samples.CITIZEN,
                caseNumber.map(
                        it -> new CaseReceipt(it, Samples.CLOCK.instant(), Optional.of(LocalDate.of(2026, 11, 25)))),
                Optional.empty(),
                Samples.CLOCK.instant(),
                1);
    }

    /** Visits at every step, by the name of their picture. */
    public static Map<String, Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        Matter care = Samples.matter(CARE);
        visits.put("01-idle", new Idle());
        visits.put("01-idle-chores", new Idle());
        visits.put("01-idle-disk-full", new Idle());
        visits.put("02-card", new AwaitingCard(Optional.empty(), Optional.empty()));
        visits.put(
                "02-card-setback", new AwaitingCard(Optional.of(Samples.item(CARE)), Optional.of(Setback.LAY_AGAIN)));
        visits.put("03-guides", new Browsing(Optional.empty()));
        visits.put("03-guide", new Browsing(Optional.of(Samples.item(CARE))));
        visits.put("04-identifying", new Identifying(Samples.CITIZEN.evidence(), Optional.empty()));
        visits.put("05-home", new ChoosingItem(Samples.CITIZEN, waiting(care), Optional.empty()));
        visits.put(
                "05-home-offline",
                new ChoosingItem(Samples.citizen("欧阳春", Optional.empty()), List.of(), Optional.empty()));
        visits.put("05-home-disk-full", new ChoosingItem(Samples.CITIZEN, List.of(), Optional.empty()));
        visits.put("05-home-disk-full-unfinished", unfinished(CARE, waiting(care)));
        visits.put("05-home-unfinished", unfinished(CARE, List.of()));
        visits.put("05-home-unfinished-and-documents", unfinished(CARE, waiting(care)));
        visits.put("06-guide", new Informing(Samples.CITIZEN, Samples.item(CARE)));
        visits.put("07-form", new FillingForm(care, List.of()));
        visits.put("07-form-problem", new FillingForm(care, List.of(Problem.of("type", Problem.Why.MISSING))));
        visits.put("07-form-resumed", new FillingForm(care, List.of(), Optional.of("phone")));
        visits.put("07-form-outdated", new FillingForm(care, List.of(Problem.of("type", Problem.Why.OUTDATED))));
        visits.put(
                "07-form-changed",
                new FillingForm(care, List.of(new Problem(Optional.empty(), Problem.Why.OUTDATED, Optional.empty()))));
        visits.put("07-form-text", asking("public-security.no-criminal-record", "useUnit"));
        visits.put("07-form-range", asking("public-security.no-criminal-record", "period"));
        visits.put("07-form-years", asking("public-security.residence-registration", "livesSince"));
        visits.put("07-form-place", asking(CARE, "destination"));
        visits.put("07-form-number", asking("tax.resident-insurance-payment", "insuredNumber"));
        papers(visits, care);
        endings(visits, care);
        return visits;
    }

    private static Visit unfinished(String item, List<Collectable> documents) {
        return new ChoosingItem(Samples.CITIZEN, documents, Optional.empty(), Optional.of(Samples.draft(item, "type")));
    }

    private static Visit asking(String item, String field) {
        return new FillingForm(Samples.matter(item), List.of(Problem.of(field, Problem.Why.MISSING)));
    }

    private static void papers(Map<String, Visit> visits, Matter care) {
        Matter posted = care.with(care.form().with("type", "posted"));
        Map<String, List<Certificate>> onFile =
                Map.of("employment-contract", List.of(new Certificate("1", "employment-contract", "劳动合同")));
        visits.put("08-material", GatheringMaterials.begun(posted, onFile));
        visits.put("08-scanning", GatheringMaterials.begun(posted, onFile).scanning("employment-contract", 0.4));
        Matter scanned =
                posted.with(new SuppliedMaterial.Scans("employment-contract", List.of(Samples.page(), Samples.page())));
        visits.put("08-pages", GatheringMaterials.begun(scanned, onFile));
        visits.put("08-page-blank", doubting(scanned, Samples.blank(), PageFlaw.BLANK));
        visits.put("08-page-blurred", doubting(scanned, Samples.blurred(), PageFlaw.BLURRED));
        visits.put("08-page-no-room", doubting(scanned, Samples.page(), PageFlaw.NO_ROOM));
        visits.put("09-sign", new Signing(scanned));
        Matter filled =
                scanned.with(scanned.form().with("destination", "330100").with("startDate", "2026-11-23"));
        visits.put("10-review", new Reviewing(filled, List.of()));
        visits.put("11-checking", new PreChecking(filled));
        Matter fee = Samples.matter("tax.resident-insurance-payment");
        visits.put(
                "12-paying",
                new Paying(
                        fee,
                        Optional.of(Samples.NUMBER),
                        Optional.of(new Order("https://pay.example/o/1", Order.State.OPEN))));
        visits.put("13-saving", new Submitting(filled, Optional.empty()));
        visits.put("13-saved", new Submitting(filled, Optional.of(Samples.NUMBER)));
    }

    private static List<Collectable> waiting(Matter care) {
        CaseReceipt receipt =
                new CaseReceipt("330100202611220001", Instant.parse("2026-11-22T01:00:00Z"), Optional.empty());
        Collectable.Owed owed = new Collectable.Owed(receipt, Optional.empty());
        return List.of(
                new Collectable(care.id(), PROOF, Samples.NUMBER),
                new Collectable(care.id(), CARE, Samples.NUMBER, 0, Optional.of(owed)),
                new Collectable(care.id(), PROOF, Samples.NUMBER, 1, Optional.empty()));
    }

    private static Visit held(Handed handed, Fault.Cause cause) {
        Fault fault = new Fault(cause, "media-jam-warning");
        return new Collecting(handed, new Collecting.Printing(Collecting.What.DOCUMENT, 0, Optional.of(fault)), false);
    }

    private static void papersThatDidNotComeOut(Map<String, Visit> visits, Handed done) {
        Optional<Fault> jam = Optional.of(new Fault(Fault.Cause.PAPER_JAM, "media-jam-warning"));
        Collecting.What document = Collecting.What.DOCUMENT;
        visits.put(
                "14-not-out",
                new Collecting(done, new Collecting.Failed(document, jam, true, Collecting.Claim.OUT), false));
        visits.put(
                "14-perhaps-out",
                new Collecting(done, new Collecting.Failed(document, jam, false, Collecting.Claim.COMING), false));
        visits.put(
                "14-reprint",
                new Collecting(
                        new Handed(
                                done.id(),
                                done.number(),
                                done.item(),
                                done.citizen(),
                                done.receipt(),
                                done.paidInFen(),
                                done.taken(),
                                2),
                        new Collecting.Reprint(document),
                        true));
    }

    private static Visit doubting(Matter matter, ScannedPage page, PageFlaw flaw) {
        Doubt doubt = new Doubt("employment-contract", 2, page, Set.of(flaw));
        return new GatheringMaterials(matter, Map.of(), Optional.empty(), Optional.empty(), List.of(doubt));
    }

    private static void endings(Map<String, Visit> visits, Matter care) {
        Handed done = handed(CARE, Optional.of("330100202611220001"));
        Handed queued = handed(CARE, Optional.empty());
        Handed claim = handed(PROOF, Optional.empty());
        visits.put(
                "14-fetching",
                new Collecting(handed(PROOF, Optional.of("330100202611220002")), new Collecting.Fetching(), false));
        visits.put(
                "14-printing",
                new Collecting(done, new Collecting.Printing(Collecting.What.RECEIPT, 0, Optional.empty()), false));
        visits.put(
                "14-held",
                new Collecting(
                        done,
                        new Collecting.Printing(
                                Collecting.What.DOCUMENT,
                                0,
                                Optional.of(new Fault(Fault.Cause.PAPER_OUT, "media-empty"))),
                        false));
        visits.put("14-out", new Collecting(done, new Collecting.Out(Collecting.What.RECEIPT), false));
        visits.put("14-out-queued", new Collecting(queued, new Collecting.Out(Collecting.What.RECEIPT), false));
        visits.put("14-claim", new Collecting(claim, new Collecting.Out(Collecting.What.RECEIPT), false));
        for (Fault.Cause cause : List.of(
                Fault.Cause.PAPER_JAM,
                Fault.Cause.COVER_OPEN,
                Fault.Cause.BUSY,
                Fault.Cause.TONER_OUT,
                Fault.Cause.NOT_CONNECTED)) {
            visits.put("14-held-" + cause.name().toLowerCase(Locale.ROOT), held(done, cause));
        }
        visits.put(
                "14-held-queued",
                new Collecting(
                        queued,
                        new Collecting.Printing(
                                Collecting.What.RECEIPT,
                                0,
                                Optional.of(new Fault(Fault.Cause.PAPER_OUT, "DLE EOT 4: 0x7E"))),
                        false));
        papersThatDidNotComeOut(visits, done);
        visits.put(
                "14-failed",
                new Collecting(
                        queued,
                        new Collecting.Failed(
                                Collecting.What.RECEIPT, Optional.of(new Fault(Fault.Cause.PAPER_JAM, "E1")), true),
                        false));
        visits.put("15-not-done", new NotDone(Samples.CITIZEN, Optional.of(care.item()), NotDone.Why.LINE_DOWN));
        visits.put("15-refused", new NotDone(Samples.CITIZEN, Optional.of(care.item()), NotDone.Why.REFUSED));
        visits.put(
                "15-may-have-arrived",
                new NotDone(Samples.CITIZEN, Optional.of(Samples.item(PROOF)), NotDone.Why.MAY_HAVE_ARRIVED));
        visits.put("16-rate", new RatingService(Samples.CITIZEN, care.id(), care.item()));
        visits.put("17-finishing", new Finishing(Samples.CITIZEN));
        visits.put("18-card-there", new Ending(DeviceKind.ID_CARD_READER, Presence.THERE));
        visits.put("19-door", new AwaitingTechnician());
        visits.put("19-maintenance", new UnderMaintenance(1042));
        visits.putAll(SamplePins.visits());
        visits.putAll(SampleSlips.visits());
        visits.putAll(SampleCases.visits());
    }
}
