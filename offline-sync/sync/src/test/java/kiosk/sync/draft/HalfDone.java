package kiosk.sync.draft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Provenance;
import kiosk.identity.CardImprint;
import kiosk.submission.Consent;
import kiosk.submission.Correction;
import kiosk.submission.Draft;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.submission.SuppliedMaterial;
import kiosk.sync.Handed;

/** What invented people leave half done. */
final class HalfDone {
    static final String PHONE = "13800004711";
    static final String ADDRESS = "上海市浦东新区测试路88号";
    static final String PAGE = "canary-on-a-half-done-page";

    private static final SubmissionId ID = SubmissionId.parse("019a0000-0000-7000-8000-000000000001");
    private static final Consent CONSENT = new Consent("2026-11", Instant.parse("2026-11-22T00:59:00.123456789Z"));

    private HalfDone() {}

    static CardImprint imprint(String card) {
        return CardImprint.of(List.of(card.getBytes(StandardCharsets.UTF_8)));
    }

    static Draft care(CardImprint card) {
        return of(card, "medical-insurance.cross-region-care", PHONE);
    }

    static Draft of(CardImprint card, String item, String phone) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put("phone", new Entry(phone, Provenance.CITIZEN));
        entries.put("employer", new Entry("测试公司", Provenance.PLATFORM));
        return new Draft(
                card, ID, item, CONSENT, entries, List.of(), Optional.empty(), Draft.At.FORM, Optional.of("phone"));
    }

    static Draft withPages(CardImprint card, int pages, int bytes) {
        byte[] jpeg = new byte[bytes];
        Arrays.fill(jpeg, (byte) 0x5A);
        List<ScannedPage> scanned = IntStream.range(0, pages)
                .mapToObj(it -> new ScannedPage(jpeg, 1654, 2339, 200))
                .toList();
        return supplied(card, List.of(new SuppliedMaterial.Scans("referral", scanned)));
    }

    /** Everything that a draft may hold. */
    static Draft full(CardImprint card) {
        byte[] jpeg = PAGE.repeat(5000).getBytes(StandardCharsets.US_ASCII);
        ScannedPage page = new ScannedPage(jpeg, 1654, 2339, 200, List.of(new PageCode("QR_CODE", Handed.NUMBER)));
        return supplied(
                card,
                List.of(
                        new SuppliedMaterial.Scans("referral", List.of(page)),
                        new SuppliedMaterial.OnFile("permit", "C-4711")));
    }

    private static Draft supplied(CardImprint card, List<SuppliedMaterial> materials) {
        Map<String, Entry> entries = Map.of(
                "phone", new Entry(PHONE, Provenance.CITIZEN),
                "address", new Entry(ADDRESS, Provenance.CITIZEN),
                "contact", new Entry(Handed.NAME, Provenance.PLATFORM));
        return new Draft(
                card,
                ID,
                "medical-insurance.cross-region-care",
                CONSENT,
                entries,
                materials,
                Optional.of(new Correction(
                        SubmissionNumber.of("K001", LocalDate.of(2026, 11, 20), 7),
                        Optional.of(SubmissionId.parse("019a0000-0000-7000-8000-000000000002")))),
                Draft.At.CONFIRMING,
                Optional.empty());
    }
}
