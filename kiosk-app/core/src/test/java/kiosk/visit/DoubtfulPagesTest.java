package kiosk.visit;

import static kiosk.visit.Matters.filled;
import static kiosk.visit.Situations.JAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.device.DocumentScanner;
import kiosk.device.DocumentScanner.Outcome;
import kiosk.device.DocumentScanner.Rest;
import kiosk.device.ScannedPage;
import kiosk.submission.Matter;
import kiosk.submission.PageFlaw;
import kiosk.submission.Submission;
import org.junit.jupiter.api.Test;

class DoubtfulPagesTest {
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

    private static VisitEvent sheet(int width, DocumentScanner.Rest rest, PageFlaw... flaws) {
        ScannedPage page = new ScannedPage(new byte[] {1}, width, 1, 200);
        return new VisitEvent.PageIn("referral", new DocumentScanner.Scanned(page, rest), Set.of(flaws));
    }

    private static List<Integer> widths(GatheringMaterials step) {
        return step.matter().pagesOf("referral").stream()
                .map(ScannedPage::width)
                .toList();
    }

    @Test
    void aFeederIsScannedUntilItIsEmptyOrTheMostAreIn() {
        GatheringMaterials scanning = on(gathering(filled("referral")), SCAN);
        GatheringMaterials first = on(scanning, sheet(1, Rest.MORE_SHEETS));
        assertThat(first.scanning()).isEqualTo(scanning.scanning());
        GatheringMaterials empty = on(first, in(new DocumentScanner.NoPaper()));
        assertThat(empty.trouble()).isEmpty();
        assertThat(widths(empty)).containsExactly(1);
        GatheringMaterials full = on(first, sheet(2, Rest.MORE_SHEETS));
        assertThat(full.scanning()).isEmpty();
        assertThat(widths(full)).containsExactly(1, 2);
        assertThat(on(first, in(new DocumentScanner.Broken(JAM))).trouble()).contains(new DocumentScanner.Broken(JAM));
    }

    @Test
    void aBlurredPageIsAskedAboutAndKeptInItsPlaceOnlyIfTheCitizenSaysSo() {
        GatheringMaterials step = on(
                gathering(filled("referral")), SCAN, sheet(1, Rest.MORE_SHEETS, PageFlaw.BLURRED), sheet(2, Rest.NONE));
        assertThat(widths(step)).containsExactly(2);
        assertThat(step.doubt()).map(Doubt::flaws).contains(Set.of(PageFlaw.BLURRED));
        assertThat(on(step, new VisitEvent.MaterialsDone(), new VisitEvent.Back()))
                .isEqualTo(step);
        GatheringMaterials kept = on(step, new VisitEvent.PageKept());
        assertThat(widths(kept)).containsExactly(1, 2);
        assertThat(kept.doubt()).isEmpty();
        assertThat(widths(on(step, new VisitEvent.PageLeftOut()))).containsExactly(2);
        GatheringMaterials again = on(step, SCAN);
        assertThat(again.doubt()).isEmpty();
        assertThat(widths(on(again, sheet(3, Rest.NONE)))).containsExactly(3, 2);
    }

    @Test
    void severalDoubtfulPagesAreAskedAboutOneAfterTheOtherAndKeepTheirOrder() {
        GatheringMaterials step = on(
                gathering(filled("referral")),
                SCAN,
                sheet(1, Rest.MORE_SHEETS, PageFlaw.BLURRED),
                sheet(2, Rest.MORE_SHEETS, PageFlaw.DARK));
        assertThat(step.scanning()).as("the most are in").isEmpty();
        assertThat(widths(on(step, new VisitEvent.PageKept(), new VisitEvent.PageKept())))
                .containsExactly(1, 2);
        assertThat(widths(on(step, SCAN, sheet(3, Rest.NONE), new VisitEvent.PageKept())))
                .containsExactly(3, 2);
    }

    @Test
    void aBlankPageCannotBeKept() {
        GatheringMaterials step = on(gathering(filled("referral")), SCAN, sheet(1, Rest.NONE, PageFlaw.BLANK));
        assertThat(on(step, new VisitEvent.PageKept())).isEqualTo(step);
        assertThat(on(step, new VisitEvent.ScanAsked("permit"))).isEqualTo(step);
        assertThat(on(step, new VisitEvent.PageLeftOut())).isEqualTo(gathering(filled("referral")));
    }

    @Test
    void aDoubtfulPageIsNotKeptWhenAnotherHasTakenItsRoomMeanwhile() {
        ScannedPage half = new ScannedPage(new byte[Submission.MOST_PAGE_BYTES / 2 + 1], 1, 1, 200);
        GatheringMaterials step = on(
                gathering(filled("referral")),
                SCAN,
                new VisitEvent.PageIn(
                        "referral", new DocumentScanner.Scanned(half, Rest.MORE_SHEETS), Set.of(PageFlaw.BLURRED)),
                in(new DocumentScanner.Scanned(half)));
        GatheringMaterials asked = on(step, new VisitEvent.PageKept());
        assertThat(asked.matter()).isEqualTo(step.matter());
        assertThat(asked.doubt()).map(Doubt::flaws).contains(Set.of(PageFlaw.BLURRED, PageFlaw.NO_ROOM));
        assertThat(on(asked, new VisitEvent.PageKept())).isEqualTo(asked);
        assertThat(on(asked, new VisitEvent.PageLeftOut()).matter().pagesOf("referral"))
                .containsExactly(half);
    }

    @Test
    void aPageTheSubmissionCannotCarryIsSaidAtOnce() {
        ScannedPage half = new ScannedPage(new byte[Submission.MOST_PAGE_BYTES / 2 + 1], 1, 1, 200);
        GatheringMaterials step = on(
                gathering(filled("referral")),
                SCAN,
                in(new DocumentScanner.Scanned(half)),
                SCAN,
                in(new DocumentScanner.Scanned(half)));
        assertThat(step.doubt()).map(Doubt::flaws).contains(Set.of(PageFlaw.NO_ROOM));
        assertThat(on(step, new VisitEvent.PageKept())).isEqualTo(step);
        assertThat(on(step, new VisitEvent.PageLeftOut()).matter().pagesOf("referral"))
                .containsExactly(half);
    }
}
