package kiosk.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Provenance;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.submission.SuppliedMaterial.Scans;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

class MatterTest {
    private static final ScannedPage PAGE = new ScannedPage(new byte[3], 1654, 2339, 200);
    private static final Signature SIGNATURE = new Signature(new byte[8]);
    private static final SubmissionId ID = SubmissionId.create(TurnedClock.standing());
    private static final Consent CONSENT = new Consent("2026-11", TurnedClock.MORNING);

    private static Matter begun(ServiceItem item) {
        return Matter.begun(ID, People.zhang(), CONSENT, item);
    }

    private static Matter of(String type) {
        Matter matter = begun(Items.CARE);
        return matter.with(matter.form().with("type", type));
    }

    @Test
    void onlyThePapersThatTheFormCallsForAreAsked() {
        assertThat(begun(Items.CARE).materialsAsked()).isEmpty();
        assertThat(of("referral").materialsAsked()).extracting(Material::name).containsExactly("referral");
        assertThat(of("referral").theNextMissingMaterial()).map(Material::name).contains("referral");
    }

    @Test
    void aMaterialSuppliedAgainTakesThePlaceOfTheFirst() {
        Matter matter = of("resident").with(new Scans("permit", List.of(PAGE))).with(new OnFile("permit", "C-1"));
        assertThat(matter.materials()).containsExactly(new OnFile("permit", "C-1"));
        assertThat(matter.pagesOf("permit")).isEmpty();
        assertThat(matter.theNextMissingMaterial()).isEmpty();
        assertThat(matter.without("permit").supplied("permit")).isEmpty();
    }

    @Test
    void pagesKeepTheirOrder() {
        ScannedPage second = new ScannedPage(new byte[4], 1654, 2339, 200);
        assertThat(of("referral")
                        .with(new Scans("referral", List.of(PAGE, second)))
                        .pagesOf("referral"))
                .containsExactly(PAGE, second);
    }

    @Test
    void whatIsNotAskedAnyMoreIsNotHandedIn() {
        Matter matter =
                of("referral").with(new Scans("referral", List.of(PAGE))).with(SIGNATURE);
        Matter changed = matter.with(matter.form().with("type", "resident"));
        Submission submission = changed.handedIn(TurnedClock.MORNING);
        assertThat(submission)
                .isEqualTo(new Submission(
                        ID,
                        Items.CARE,
                        People.zhang(),
                        CONSENT,
                        Map.of("type", new Entry("resident", Provenance.CITIZEN)),
                        List.of(),
                        Optional.of(SIGNATURE),
                        Optional.empty(),
                        TurnedClock.MORNING,
                        Optional.empty()));
    }

    @Test
    void theFeeTravelsWithTheSubmission() {
        Matter matter = begun(Items.FEE);
        assertThat(matter.with(matter.form().with("grade", "low"))
                        .handedIn(TurnedClock.MORNING)
                        .feeInFen())
                .contains(20_000L);
    }

    @Test
    void aMatterHandedInAnewHasAnotherIdUnderTheSameNumberAndIsSignedAgain() {
        SubmissionId fresh = SubmissionId.create(TurnedClock.standing());
        SubmissionNumber number = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);
        Matter renewed = of("visit").with(SIGNATURE).renewed(fresh, number);
        assertThat(renewed.id()).isEqualTo(fresh);
        assertThat(renewed.handedIn(TurnedClock.MORNING).correction())
                .contains(new Correction(number, Optional.empty()));
        assertThat(renewed.signature()).isEmpty();
        assertThat(renewed.form()).isEqualTo(of("visit").form());
    }

    @Test
    void starsAreOneToFiveAndFewNeedAReason() {
        assertThat(Rating.complete(0, List.of("slow"))).isFalse();
        assertThat(Rating.complete(6, List.of())).isFalse();
        assertThat(Rating.complete(2, List.of())).isFalse();
        assertThat(Rating.complete(2, List.of("slow"))).isTrue();
        assertThat(Rating.complete(3, List.of())).isTrue();
        assertThatThrownBy(() -> new Rating(ID, ID, 6, List.of(), TurnedClock.MORNING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rating(ID, ID, 0, List.of(), TurnedClock.MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
