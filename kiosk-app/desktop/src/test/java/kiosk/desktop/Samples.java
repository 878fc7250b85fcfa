package kiosk.desktop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Text;
import kiosk.config.CatalogueFiles;
import kiosk.desktop.frame.Place;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Presence;
import kiosk.device.ScannedPage;
import kiosk.form.Form;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import kiosk.platform.Certificate;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Consent;
import kiosk.submission.Matter;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.submission.SuppliedMaterial;
import kiosk.visit.AwaitingCard;
import kiosk.visit.Browsing;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
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

/** A fictional citizen and visits at every step, over the shipped catalogue. */
public final class Samples {
    /** The shipped catalogue. */
    public static final Catalogue CATALOGUE = CatalogueFiles.shipped();

    /** A Sunday in November. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:24:00Z"), ZoneId.of("Asia/Shanghai"));

    /** Where the terminal stands. */
    public static final Place PLACE = new Place(
            new Text("示范区政务服务中心", "Model District Service Centre"),
            new Text("请找大厅工作人员，或拨打 12345", "Please ask the staff in the hall or call 12345"));

    /** Everything works. */
    public static final Surroundings FINE =
            new Surroundings(EnumSet.allOf(DeviceKind.class), EnumSet.allOf(Department.class), true);

    /** The line is down. */
    public static final Surroundings CUT = new Surroundings(EnumSet.allOf(DeviceKind.class), Set.of(), true);

    /** The readers alone work. */
    public static final Surroundings NO_PAPER =
            new Surroundings(EnumSet.of(DeviceKind.ID_CARD_READER), EnumSet.allOf(Department.class), true);

    /** Zhang San. */
    public static final Citizen CITIZEN = citizen("张三", Optional.of("session"));

    /** The number of everything handed in. */
    public static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);

    private Samples() {}

    private static Citizen citizen(String name, Optional<String> session) {
        IdCard card = new IdCard(
                IdCard.Layout.RESIDENT,
                name,
                "",
                Sex.MALE,
                "01",
                LocalDate.of(1990, 3, 7),
                "示范省示范市示范区幸福路18号院3号楼2单元501室",
                "110101199003078881",
                "示范市公安局示范分局",
                LocalDate.of(2020, 1, 1),
                Optional.of(LocalDate.of(2040, 1, 1)));
        return new Citizen(
                name,
                card.number(),
                new Evidence.ByIdCard(card),
                session.isPresent() ? Citizen.Assurance.PLATFORM : Citizen.Assurance.CHIP_ALONE,
                session);
    }

    /** An item of the shipped catalogue. */
    public static ServiceItem item(String code) {
        return CATALOGUE.item(code).orElseThrow();
    }

    /** A matter whose form is prefilled. */
    public static Matter matter(String code) {
        Matter begun = Matter.begun(
                SubmissionId.parse("01948f00-0000-7000-8000-000000000001"),
                CITIZEN,
                new Consent("1", CLOCK.instant()),
                item(code));
        Map<Prefill, String> known = new EnumMap<>(Prefill.class);
        known.put(Prefill.CARD_NAME, "张三");
        known.put(Prefill.CARD_NUMBER, "110101199003078881");
        known.put(Prefill.CARD_SEX, "1");
        known.put(Prefill.CARD_ADDRESS, "示范省示范市示范区幸福路18号院3号楼2单元501室");
        known.put(Prefill.PLATFORM_PHONE, "13800000000");
        known.put(Prefill.PLATFORM_RESIDENCE_ADDRESS, "示范市高新区创业路9号");
        known.put(Prefill.PLATFORM_INSURED_PLACE, "330100");
        Form form = begun.form().prefilled(known, LocalDate.of(2026, 11, 22), CATALOGUE);
        return begun.with(form);
    }

    /** A page of grey lines. */
    public static ScannedPage page() {
        BufferedImage paper = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 620, 877);
        pen.setColor(Color.GRAY);
        for (int y = 100; y < 800; y += 40) {
            pen.fillRect(70, y, 480 - y % 120, 10);
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper, "jpeg", jpeg);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ScannedPage(jpeg.toByteArray(), 620, 877, 75);
    }

    /** A pattern that looks like a QR code; real ones come from outside. */
    public static boolean[][] code(String text) {
        boolean[][] modules = new boolean[29][29];
        for (int y = 0; y < 29; y++) {
            for (int x = 0; x < 29; x++) {
                modules[y][x] = (x * 7 + y * 13 + text.hashCode()) % 3 == 0;
            }
        }
        return modules;
    }

    private static Handed handed(String item, Optional<String> caseNumber) {
        return new Handed(
                SubmissionId.parse("01948f00-0000-7000-8000-000000000001"),
                NUMBER,
                item(item),
                CITIZEN,
                caseNumber.map(it -> new CaseReceipt(it, CLOCK.instant(), Optional.of(LocalDate.of(2026, 11, 25)))),
                Optional.empty(),
                CLOCK.instant());
    }

    private static final String CARE = "medical-insurance.cross-region-care";
    private static final String PROOF = "social-security.contribution-certificate";

    /** Visits at every step, by the name of their picture. */
    public static Map<String, Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        Matter care = matter(CARE);
        visits.put("01-idle", new Idle());
        visits.put("02-card", new AwaitingCard(Optional.empty(), Optional.empty()));
        visits.put("02-card-setback", new AwaitingCard(Optional.of(item(CARE)), Optional.of(Setback.LAY_AGAIN)));
        visits.put("03-guides", new Browsing(Optional.empty()));
        visits.put("03-guide", new Browsing(Optional.of(item(CARE))));
        visits.put("04-identifying", new Identifying(CITIZEN.evidence(), Optional.empty()));
        visits.put(
                "05-home",
                new ChoosingItem(CITIZEN, List.of(new Collectable(care.id(), PROOF, NUMBER)), Optional.empty()));
        visits.put("05-home-offline", new ChoosingItem(citizen("欧阳春", Optional.empty()), List.of(), Optional.empty()));
        visits.put("06-guide", new Informing(CITIZEN, item(CARE)));
        visits.put("07-form", new FillingForm(care, List.of()));
        visits.put("07-form-problem", new FillingForm(care, List.of(Problem.of("type", Problem.Why.MISSING))));
        papers(visits, care);
        endings(visits, care);
        return visits;
    }

    private static void papers(Map<String, Visit> visits, Matter care) {
        Matter posted = care.with(care.form().with("type", "posted"));
        Map<String, List<Certificate>> onFile =
                Map.of("employment-contract", List.of(new Certificate("1", "employment-contract", "劳动合同")));
        visits.put("08-material", new GatheringMaterials(posted, onFile, Optional.empty(), 0, Optional.empty()));
        visits.put(
                "08-scanning",
                new GatheringMaterials(posted, onFile, Optional.of("employment-contract"), 0.4, Optional.empty()));
        Matter scanned = posted.with(new SuppliedMaterial.Scans("employment-contract", List.of(page(), page())));
        visits.put("08-pages", new GatheringMaterials(scanned, onFile, Optional.empty(), 0, Optional.empty()));
        visits.put("09-sign", new Signing(scanned));
        Matter filled =
                scanned.with(scanned.form().with("destination", "330100").with("startDate", "2026-11-23"));
        visits.put("10-review", new Reviewing(filled, List.of()));
        visits.put("11-checking", new PreChecking(filled));
        Matter fee = matter("tax.resident-insurance-payment");
        visits.put(
                "12-paying",
                new Paying(
                        fee, Optional.of(NUMBER), Optional.of(new Order("https://pay.example/o/1", Order.State.OPEN))));
        visits.put("13-saving", new Submitting(filled, Optional.empty()));
        visits.put("13-saved", new Submitting(filled, Optional.of(NUMBER)));
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
        visits.put(
                "14-failed",
                new Collecting(
                        queued,
                        new Collecting.Failed(
                                Collecting.What.RECEIPT, Optional.of(new Fault(Fault.Cause.PAPER_JAM, "E1")), true),
                        false));
        visits.put("15-not-done", new NotDone(CITIZEN, Optional.of(care.item()), NotDone.Why.LINE_DOWN));
        visits.put("16-rate", new RatingService(CITIZEN, care.id(), care.item()));
        visits.put("17-finishing", new Finishing(CITIZEN));
        visits.put("18-card-there", new Ending(DeviceKind.ID_CARD_READER, Presence.THERE));
        visits.put("19-maintenance", new UnderMaintenance());
    }
}
