package kiosk.visit;

import static kiosk.visit.Happenings.PAGE;
import static kiosk.visit.Matters.filled;
import static kiosk.visit.Matters.onFile;
import static kiosk.visit.Situations.JAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.form.Problem;
import kiosk.form.Problem.Why;
import kiosk.platform.Certificate;
import kiosk.submission.Matter;
import kiosk.submission.Signature;
import kiosk.submission.SuppliedMaterial;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.submission.SuppliedMaterial.Scans;
import kiosk.twin.PaperPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaterialsAndReviewTest {
    private static final VisitEvent SCAN = new VisitEvent.ScanAsked("referral");

    private static GatheringMaterials gathering(Matter matter) {
        return GatheringMaterials.begun(matter, Map.of());
    }

    private static GatheringMaterials on(GatheringMaterials step, VisitEvent... events) {
        Visit next = step;
        for (VisitEvent event : events) {
            next = next.on(event, Moments.usual()).next();
        }
        return (GatheringMaterials) next;
    }

    private static VisitEvent in(Outcome outcome) {
        return new VisitEvent.PageIn("referral", outcome);
    }

    @Test
    void pagesComeInOneByOneUpToTheMost() {
        VisitEvent page = in(new DocumentScanner.Scanned(PAGE));
        GatheringMaterials scanning = on(gathering(filled("referral")), SCAN);
        assertThat(scanning.standing())
                .containsExactly(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0));
        assertThat(on(scanning, new VisitEvent.ScanMoved(0.3)).progress()).isEqualTo(0.3);
        GatheringMaterials two = on(scanning, page, SCAN, page);
        assertThat(two.matter().pagesOf("referral")).containsExactly(PAGE, PAGE);
        assertThat(two.scanning()).isEmpty();
        assertThat(two.standing()).isEmpty();
        assertThat(on(two, SCAN)).isEqualTo(two);
        assertThat(on(two, new VisitEvent.PageDropped("referral", 1), SCAN).scanning())
                .contains("referral");
    }

    @Test
    void theFirstSheetOfEachScanIsToldFromTheNext() {
        VisitEvent more = in(new DocumentScanner.Scanned(PAGE, DocumentScanner.Rest.MORE_SHEETS));
        GatheringMaterials second = on(gathering(filled("referral")), SCAN, more);
        assertThat(second.standing())
                .containsExactly(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 1));
        assertThat(on(second, new VisitEvent.ScanStopped(), SCAN).standing())
                .containsExactly(new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0));
    }

    static Stream<Outcome> outcomesWithoutAPage() {
        return Stream.of(
                new DocumentScanner.NoPaper(), new DocumentScanner.Cancelled(), new DocumentScanner.Broken(JAM));
    }

    @ParameterizedTest
    @MethodSource("outcomesWithoutAPage")
    void aScanWithoutAPageSaysSoAndKeepsTheOthers(Outcome outcome) {
        GatheringMaterials one = on(gathering(filled("referral")), SCAN, in(new DocumentScanner.Scanned(PAGE)));
        GatheringMaterials after = on(one, SCAN, in(outcome));
        assertThat(after.trouble()).contains(outcome);
        assertThat(after.matter()).isEqualTo(one.matter());
        assertThat(on(after, SCAN).trouble()).isEmpty();
    }

    @Test
    void aScanIsStoppedByTheCitizenOrByABug() {
        GatheringMaterials scanning = on(gathering(filled("referral")), SCAN);
        GatheringMaterials stopped = gathering(filled("referral"));
        assertThat(on(scanning, new VisitEvent.ScanStopped())).isEqualTo(stopped);
        assertThat(on(
                        scanning,
                        new VisitEvent.EffectFailed(
                                new Effect.Scan("referral", DocumentScanner.Resolution.DPI_200, 0))))
                .isEqualTo(stopped);
        assertThat(on(scanning, new VisitEvent.Back(), SCAN, new VisitEvent.MaterialsDone()))
                .isEqualTo(scanning);
    }

    @Test
    void aPageOfAnotherMaterialIsNotTaken() {
        GatheringMaterials scanning = on(gathering(filled("referral")), SCAN);
        assertThat(on(scanning, new VisitEvent.PageIn("permit", new DocumentScanner.Scanned(PAGE))))
                .isEqualTo(scanning);
    }

    @Test
    void onlyACertificateThatIsOnFileStandsForAPaper() {
        GatheringMaterials none = gathering(filled("resident"));
        VisitEvent chosen = new VisitEvent.CertificateChosen("permit", "C-1");
        assertThat(on(none, chosen)).isEqualTo(none);
        GatheringMaterials found = on(none, new VisitEvent.CertificatesFound(onFile()));
        assertThat(found.onFile()).containsEntry("permit", List.of(new Certificate("C-1", "residence-permit", "居住证")));
        GatheringMaterials supplied = on(found, chosen);
        assertThat(supplied.matter().materials()).containsExactly(new OnFile("permit", "C-1"));
        assertThat(on(supplied, new VisitEvent.MaterialDropped("permit"))
                        .matter()
                        .materials())
                .isEmpty();
    }

    @Test
    void certificatesFoundWhileScanningAreKept() {
        GatheringMaterials scanning = on(gathering(filled("resident")), new VisitEvent.ScanAsked("permit"));
        assertThat(on(scanning, new VisitEvent.CertificatesFound(onFile())).onFile())
                .isEqualTo(onFile());
    }

    @Test
    void aPageThatIsNotThereCannotBeDropped() {
        GatheringMaterials one = on(gathering(filled("referral")), SCAN, in(new DocumentScanner.Scanned(PAGE)));
        assertThat(on(one, new VisitEvent.PageDropped("referral", 1))).isEqualTo(one);
        assertThat(on(one, new VisitEvent.PageDropped("referral", -1))).isEqualTo(one);
        assertThat(on(one, new VisitEvent.PageDropped("referral", 0)).matter().supplied("referral"))
                .isEmpty();
    }

    @Test
    void nobodyGoesOnWithAPaperMissing() {
        GatheringMaterials missing = gathering(filled("referral"));
        assertThat(missing.on(new VisitEvent.MaterialsDone(), Moments.usual())).isEqualTo(Transition.to(missing));
        SuppliedMaterial scans = new Scans("referral", List.of(PAGE));
        Matter whole = filled("referral").with(scans);
        assertThat(gathering(whole)
                        .on(new VisitEvent.MaterialsDone(), Moments.usual())
                        .next())
                .isEqualTo(new Signing(whole));
        assertThat(gathering(whole).on(new VisitEvent.Back(), Moments.usual()).next())
                .isEqualTo(new FillingForm(whole, List.of()));
    }

    @Test
    void signingLeadsToTheReviewAndBackToWhatCameBefore() {
        Signature signature = new Signature(new byte[] {9});
        assertThat(new Signing(filled("visit"))
                        .on(new VisitEvent.Signed(signature), Moments.usual())
                        .next())
                .isEqualTo(new Reviewing(filled("visit").with(signature), List.of()));
        assertThat(new Signing(filled("visit"))
                        .on(new VisitEvent.Back(), Moments.usual())
                        .next())
                .isEqualTo(new FillingForm(filled("visit"), List.of()));
        assertThat(new Signing(filled("resident")).on(new VisitEvent.Back(), Moments.usual()))
                .isEqualTo(Transition.to(
                        gathering(filled("resident")),
                        new Effect.FindCertificates(PaperPlatform.SESSION, Map.of("permit", "residence-permit"))));
    }

    @Test
    void theReviewLeadsBackToTheFormWithItsProblemsOrOneStep() {
        Problem problem = Problem.of("phone", Why.PLATFORM);
        Reviewing reviewing = new Reviewing(Matters.signed(), List.of(problem));
        assertThat(reviewing.on(new VisitEvent.FormAgain(), Moments.usual()).next())
                .isEqualTo(new FillingForm(Matters.signed(), List.of(problem)));
        assertThat(reviewing.on(new VisitEvent.Back(), Moments.usual()).next())
                .isEqualTo(new Signing(Matters.signed()));
        assertThat(new Reviewing(Matters.payment(), List.of())
                        .on(new VisitEvent.Back(), Moments.usual())
                        .next())
                .isEqualTo(new FillingForm(Matters.payment(), List.of()));
    }
}
