package kiosk.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.IdentityLevel;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Text;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Provenance;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.identity.IdCard;
import kiosk.identity.Sex;
import kiosk.submission.Consent;
import kiosk.submission.Correction;
import kiosk.submission.Rating;
import kiosk.submission.Signature;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial;

/** What invented people hand in. */
public final class Handed {
    public static final String NAME = "张测试";
    public static final String NUMBER = "110101199003078881";
    public static final long FEN = 40_000;
    private static final Text WORDS = new Text("字", "words");

    private Handed() {}

    /** 跨省异地就医备案, an application. */
    public static Submission care() {
        return in("medical-insurance.cross-region-care", ServiceItem.Kind.APPLICATION, values(), List.of());
    }

    /** 流动人口居住登记, of another department. */
    public static Submission residence() {
        return in("public-security.residence-registration", ServiceItem.Kind.APPLICATION, values(), List.of());
    }

    /** 社会保险参保缴费证明, a certificate. */
    public static Submission contributions() {
        Map<String, Entry> values = Map.of(
                "scheme", new Entry("pension", Provenance.CITIZEN),
                "period", new Entry("2024-01/2024-12", Provenance.CITIZEN));
        return in("social-security.contribution-certificate", ServiceItem.Kind.CERTIFICATE, values, List.of());
    }

    /** 城乡居民社会保险费缴纳, a payment. */
    public static Submission payment() {
        Map<String, Entry> values =
                Map.of("year", new Entry("2026", Provenance.CITIZEN), "grade", new Entry("400", Provenance.CITIZEN));
        return in("tax.resident-insurance-payment", ServiceItem.Kind.PAYMENT, values, List.of());
    }

    /** An application with scanned pages and an electronic certificate. */
    public static Submission withPages(byte[]... pages) {
        List<ScannedPage> scanned = List.of(pages).stream()
                .map(it -> new ScannedPage(it, 10, 10, 200))
                .toList();
        return in(
                "medical-insurance.cross-region-care",
                ServiceItem.Kind.APPLICATION,
                values(),
                List.of(new SuppliedMaterial.Scans("referral", scanned)));
    }

    /** An application with an electronic certificate. */
    public static Submission withCertificate(String id) {
        return in(
                "medical-insurance.cross-region-care",
                ServiceItem.Kind.APPLICATION,
                values(),
                List.of(new SuppliedMaterial.OnFile("permit", id)));
    }

    /** One the platform sends back: there is no such telephone. */
    public static Submission withWrongPhone() {
        Map<String, Entry> values = Map.of("phone", new Entry("23456", Provenance.CITIZEN));
        return in("medical-insurance.cross-region-care", ServiceItem.Kind.APPLICATION, values, List.of());
    }

    /** One the platform does not offer. */
    public static Submission unknownItem() {
        return in("tax.window-tax", ServiceItem.Kind.APPLICATION, values(), List.of());
    }

    public static Rating rating(Submission of, int stars) {
        SubmissionId id = SubmissionId.create(Clock.systemUTC());
        return new Rating(id, of.id(), stars, List.of("slow"), Instant.now());
    }

    private static Map<String, Entry> values() {
        return Map.of(
                "phone", new Entry("13800000000", Provenance.PLATFORM),
                "destination", new Entry("310100", Provenance.CITIZEN));
    }

    private static Submission in(
            String code, ServiceItem.Kind kind, Map<String, Entry> values, List<SuppliedMaterial> materials) {
        return new Submission(
                SubmissionId.create(Clock.systemUTC()),
                item(code, kind),
                new Citizen(NAME, NUMBER, idCard(), Citizen.Assurance.CHIP_ALONE, Optional.empty()),
                new Consent("2026-11", Instant.now()),
                values,
                materials,
                Optional.of(new Signature(new byte[] {1, 2, 3})),
                kind == ServiceItem.Kind.PAYMENT ? Optional.of(FEN) : Optional.empty(),
                Instant.now(),
                Optional.empty());
    }

    /** An application with a signature that was drawn long. */
    public static Submission withSignature(byte[] png) {
        Submission like = care();
        return new Submission(
                like.id(),
                like.item(),
                like.citizen(),
                like.consent(),
                like.answers(),
                like.materials(),
                Optional.of(new Signature(png)),
                like.feeInFen(),
                like.created(),
                Optional.empty());
    }

    /** The same as a correction. */
    public static Submission correcting(Submission like, Correction correction) {
        return new Submission(
                like.id(),
                like.item(),
                like.citizen(),
                like.consent(),
                like.answers(),
                like.materials(),
                like.signature(),
                like.feeInFen(),
                like.created(),
                Optional.of(correction));
    }

    public static Evidence idCard() {
        return idCardOf(NAME, NUMBER);
    }

    public static Evidence idCardOf(String name, String number) {
        return new Evidence.ByIdCard(new IdCard(
                IdCard.Layout.RESIDENT,
                name,
                "",
                Sex.MALE,
                "01",
                LocalDate.of(1990, 3, 7),
                "北京市东城区测试街1号楼303室",
                number,
                "北京市公安局东城分局（演示）",
                LocalDate.of(2020, 1, 1),
                Optional.empty()));
    }

    public static ServiceItem item(String code, ServiceItem.Kind kind) {
        return new ServiceItem(
                code,
                "0".repeat(31),
                "1",
                Department.of(code.substring(0, code.indexOf('.'))).orElseThrow(),
                kind,
                WORDS,
                new ServiceItem.Guide(WORDS, WORDS, WORDS, WORDS, WORDS, WORDS),
                IdentityLevel.CARD,
                OfflineRule.QUEUE,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new ServiceItem.Result(Optional.empty(), 1, WORDS));
    }
}
