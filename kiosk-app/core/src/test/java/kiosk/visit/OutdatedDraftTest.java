package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Field;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.device.ScannedPage;
import kiosk.form.Problem;
import kiosk.form.Problem.Why;
import kiosk.identity.Citizen;
import kiosk.submission.Consent;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.submission.SuppliedMaterial;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

/** What was left half done, of an item that has changed meanwhile. */
class OutdatedDraftTest {
    private static final Citizen ZHANG = People.zhangWithImprint();
    private static final VisitEvent GO_ON = new VisitEvent.DraftWanted(Items.CARE.code());
    private static final ScannedPage PAGE = new ScannedPage(new byte[] {1}, 1, 1, 200);

    private static ChoosingItem home(Draft draft) {
        return new ChoosingItem(ZHANG, List.of(), Optional.empty(), Optional.of(draft));
    }

    private static Matter whole(String type) {
        Matter begun = Matters.begun(Items.CARE, ZHANG);
        return FillingForm.fromCard(begun.with(Matters.filled(type).form()), Moments.usual());
    }

    private static Moment offering(ServiceItem item) {
        Surroundings well = Moments.well();
        Catalogue catalogue = new Catalogue(List.of(item), List.of());
        return new Moment(TurnedClock.MORNING, LocalDate.of(2026, 11, 22), catalogue, well, Moments.FRESH);
    }

    private static ServiceItem care(String version, List<Field> fields) {
        ServiceItem it = Items.CARE;
        return new ServiceItem(
                it.code(),
                it.taskCode(),
                version,
                it.department(),
                it.kind(),
                it.title(),
                it.guide(),
                it.identity(),
                it.offline(),
                fields,
                it.materials(),
                it.rules(),
                it.fee(),
                it.result());
    }

    @Test
    void anItemThatChangedIsAgreedToAnewAndTheCitizenIsToldWhatDoesNotFit() {
        List<Field> others = Items.CARE.fields().stream()
                .filter(it -> !it.name().equals("phone"))
                .map(it -> it.name().equals("type") ? digits(it) : it)
                .toList();
        ServiceItem changed = care("2027-01", others);
        Moment later = offering(changed);
        Informing guide = (Informing) home(Matters.draft()).on(GO_ON, later).next();
        FillingForm form =
                (FillingForm) guide.on(new VisitEvent.Agreed(), later).next();
        assertThat(form.problems()).containsExactly(Problem.of("type", Why.OUTDATED));
        assertThat(form.matter().consent()).isEqualTo(new Consent("2027-01", later.time()));
        assertThat(form.matter().form().value("type")).isEmpty();
        assertThat(form.matter().form().value("name")).isEqualTo("张测试");
    }

    private static Field digits(Field field) {
        return new Field(
                field.name(),
                field.label(),
                field.hint(),
                new Field.Digits(3, 3),
                field.prefill(),
                field.fixed(),
                field.required(),
                field.shownWhen());
    }

    @Test
    void aFieldThatIsGoneIsSaidOnce() {
        List<Field> others = Items.CARE.fields().stream()
                .filter(it -> !it.name().equals("phone"))
                .toList();
        Moment later = offering(care(Items.CARE.version(), others));
        Draft draft = Matters.draft();
        assertThat(draft.restored(ZHANG, care("2027-01", others), Moments.FRESH, later.today(), later.catalogue())
                        .lost())
                .containsExactly(new Problem(Optional.empty(), Why.OUTDATED, Optional.empty()));
    }

    @Test
    void pagesThatDoNotFitAnyMoreAreLeftOut() {
        Matter matter = whole("referral");
        for (int page = 0; page < Items.CARE.material("referral").orElseThrow().mostPages() + 1; page++) {
            matter = matter.withPage("referral", page, PAGE);
        }
        Matter papers = matter.with(new SuppliedMaterial.OnFile("referral", "C-1"));
        for (Matter unfit : List.of(matter, papers)) {
            Draft draft = Draft.of(unfit, Draft.At.MATERIALS, Optional.empty()).orElseThrow();
            FillingForm form =
                    (FillingForm) home(draft).on(GO_ON, Moments.usual()).next();
            assertThat(form.matter().materials()).isEmpty();
            assertThat(form.problems()).hasSize(1);
        }
    }

    @Test
    void aDayThatHasPassedMeanwhileIsAskedForAgain() {
        Draft draft = new Signing(whole("visit")).draft().orElseThrow();
        Moment usual = Moments.usual();
        Moment later = new Moment(
                usual.time().plus(Duration.ofDays(30)),
                usual.today().plusDays(30),
                usual.catalogue(),
                usual.surroundings(),
                usual.freshId());
        FillingForm form = (FillingForm) home(draft).on(GO_ON, later).next();
        assertThat(form.problems()).containsExactly(Problem.of("until", Why.OUTDATED));
    }

    @Test
    void aDraftOfAnItemThatIsNoLongerHereIsNotOffered() {
        VisitEvent found = new VisitEvent.DraftFound(Optional.of(Matters.draft()));
        ChoosingItem home = new ChoosingItem(ZHANG, List.of(), Optional.empty());
        assertThat(home.on(found, offering(Items.PROOF))).isEqualTo(Transition.to(home));
    }
}
