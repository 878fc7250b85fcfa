package kiosk.desktop;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Text;
import kiosk.config.CatalogueFiles;
import kiosk.desktop.frame.Place;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.technician.door.DoorFiles;
import kiosk.desktop.technician.door.Guard;
import kiosk.desktop.technician.door.Lockout;
import kiosk.desktop.technician.report.ReportOffice;
import kiosk.device.AbsentDevice;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Form;
import kiosk.form.Provenance;
import kiosk.identity.CardImprint;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import kiosk.submission.Consent;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.upkeep.Chore;

/** A fictional citizen, and what surrounds one, over the shipped catalogue. */
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

    /** Two printers that want the clerk. */
    public static final Surroundings CHORES = new Surroundings(
            EnumSet.complementOf(EnumSet.of(DeviceKind.PAGE_PRINTER)),
            EnumSet.allOf(Department.class),
            Surroundings.Queue.OPEN,
            List.of(
                    new Chore(DeviceKind.RECEIPT_PRINTER, Fault.Cause.PAPER_LOW, OptionalInt.of(27)),
                    new Chore(DeviceKind.PAGE_PRINTER, Fault.Cause.PAPER_JAM, OptionalInt.empty())));

    /** The readers alone work. */
    public static final Surroundings NO_PAPER =
            new Surroundings(EnumSet.of(DeviceKind.ID_CARD_READER), EnumSet.allOf(Department.class), true);

    /** Zhang San. */
    public static final Citizen CITIZEN = citizen("张三", Optional.of("session"));

    /** The number of everything handed in. */
    public static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);

    private Samples() {}

    static Citizen citizen(String name, Optional<String> session) {
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

    /** What somebody left half done, as far as that field. */
    static Draft draft(String code, String reached) {
        CardImprint card = CardImprint.of(List.of(new byte[] {7}));
        Map<String, Entry> entries = Map.of("phone", new Entry("13800000000", Provenance.CITIZEN));
        return new Draft(
                card,
                SubmissionId.parse("01948f00-0000-7000-8000-000000000009"),
                code,
                new Consent(item(code).version(), CLOCK.instant()),
                entries,
                List.of(),
                Optional.empty(),
                Draft.At.FORM,
                Optional.of(reached));
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
        return scanned(paper);
    }

    /** A page with nothing on it. */
    public static ScannedPage blank() {
        BufferedImage paper = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(new Color(0xF6F6F2));
        pen.fillRect(0, 0, 620, 877);
        pen.dispose();
        return scanned(paper);
    }

    /** A page of grey lines that run into one another. */
    public static ScannedPage blurred() {
        BufferedImage paper = new BufferedImage(620, 877, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.LIGHT_GRAY, 0, 20, Color.WHITE, true));
        pen.fillRect(0, 0, 620, 877);
        pen.dispose();
        return scanned(paper);
    }

    private static ScannedPage scanned(BufferedImage paper) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper, "jpeg", jpeg);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ScannedPage(jpeg.toByteArray(), 620, 877, 75);
    }

    /** A workshop with a past, whose devices answer nothing, and with one entry in its queue. */
    public static Workshop workshop() {
        return workshop(Path.of("target/nothing-set"));
    }

    /** A workshop whose PIN and keys lie in that folder. */
    public static Workshop workshop(Path folder) {
        return workshop(folder, new StillOutbox(), new StillBacklog(), SampleUpkeep::healths);
    }

    /** A workshop with that queue and those devices. */
    static Workshop workshop(
            Path folder, Outbox outbox, StillBacklog backlog, Supplier<Map<DeviceKind, Health>> healths) {
        Guard guard = new Guard(
                DoorFiles.in(folder, folder.resolve("pin")),
                new Lockout(folder.resolve("tries"), 5, Duration.ofMinutes(15), CLOCK),
                (what, figures) -> {});
        return new Workshop(
                "K001",
                guard,
                Duration.ofMinutes(60),
                (what, figures) -> {},
                AbsentDevice.none(),
                healths,
                Map::of,
                new StillRebinder(),
                meanwhile -> SampleUpkeep.survey(),
                new SampleUpkeep(),
                new ReportOffice(it -> new PagePrinter.Job("hand-over", new byte[] {1}, 1), folder),
                outbox,
                new Workshop.Carrying(backlog, () -> backlog.comesOf),
                SampleUpkeep.versions());
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
}
