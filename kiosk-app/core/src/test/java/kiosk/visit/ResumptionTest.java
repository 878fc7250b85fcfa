package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.form.Provenance;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.twin.Items;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private static final Citizen ZHANG = People.zhangWithImprint();
    private static final VisitEvent GO_ON = new VisitEvent.DraftWanted(Items.CARE.code());
    private static final Effect FORGET = new Effect.ForgetDraft(People.imprint(People.ZHANG), Items.CARE.code());
    private static final ScannedPage PAGE = new ScannedPage(new byte[] {1}, 1, 1, 200);

    private static ChoosingItem home(Draft draft) {
        return new ChoosingItem(ZHANG, List.of(), Optional.empty(), Optional.of(draft));
    }

    private static Matter whole(String type) {
        Matter begun = Matters.begun(Items.CARE, ZHANG);
        return FillingForm.fromCard(begun.with(Matters.filled(type).form()), Moments.usual());
    }

    @Test
    void aFormOpensBehindTheFieldThatWasReachedUnderAFreshId() {
        Transition resumed = home(Matters.draft()).on(GO_ON, Moments.usual());
        FillingForm form = (FillingForm) resumed.next();
        assertThat(form.reached()).contains("type");
        assertThat(form.problems()).isEmpty();
        assertThat(form.matter().form()).isEqualTo(Matters.halfFilled().matter().form());
        assertThat(form.matter().id()).isEqualTo(Moments.FRESH);
        assertThat(form.matter().consent()).isEqualTo(Matters.draft().consent());
        assertThat(resumed.effects()).containsExactly(new Effect.FetchPrefill("session-of-zhang", Items.CARE));
    }

    @Test
    void whatTheCardSaysIsNotKeptAndComesFromTheCardAgain() {
        assertThat(Matters.draft().entries())
                .containsExactly(
                        Map.entry("phone", new Entry("13800000000", Provenance.CITIZEN)),
                        Map.entry("type", new Entry("visit", Provenance.CITIZEN)));
        assertThat(Matters.draft().toString()).doesNotContain("138", "visit");
    }

    @Test
    void aFieldSetRightEarlierOnDoesNotTakeTheCitizenBack() {
        Visit form = Matters.halfFilled()
                .on(new VisitEvent.FieldFilled("phone", "13900000000"), Moments.usual())
                .next();
        assertThat(((FillingForm) form).reached()).contains("type");
    }

    @Test
    void thePapersAreThereAgainAndTheSignatureIsNot() {
        Matter scanned = whole("referral").withPage("referral", 0, PAGE);
        Draft signing = new Reviewing(scanned.with(Situations.SIGNATURE), List.of())
                .draft()
                .orElseThrow();
        Signing resumed = (Signing) home(signing).on(GO_ON, Moments.usual()).next();
        assertThat(resumed.matter().pagesOf("referral")).containsExactly(PAGE);
        assertThat(resumed.matter().signature()).isEmpty();

        Draft gathering = GatheringMaterials.begun(scanned, Map.of()).draft().orElseThrow();
        assertThat(home(gathering).on(GO_ON, Moments.usual()).next())
                .isInstanceOfSatisfying(
                        GatheringMaterials.class,
                        it -> assertThat(it.matter().pagesOf("referral")).containsExactly(PAGE));
    }

    @Test
    void aPaperThatIsMissingIsAskedForBeforeTheSignature() {
        Draft signing = new Signing(whole("referral")).draft().orElseThrow();
        assertThat(home(signing).on(GO_ON, Moments.usual()).next()).isInstanceOf(GatheringMaterials.class);
    }

    @Test
    void anItemThatCannotBeFinishedNowIsRefusedAndKept() {
        ChoosingItem home = home(Matters.draft());
        Transition refused = home.on(GO_ON, Moments.of(Moments.bare(), Moments.FRESH));
        assertThat(refused)
                .isEqualTo(Transition.to(
                        new ChoosingItem(ZHANG, List.of(), Optional.of(Items.CARE), Optional.of(Matters.draft()))));
    }

    @Test
    void anotherCardsDraftIsNotBelieved() {
        Draft its = Matters.draft();
        Draft lis = new Draft(
                People.imprint(People.LI),
                its.id(),
                its.item(),
                its.consent(),
                its.entries(),
                its.materials(),
                its.correction(),
                its.at(),
                its.reached());
        VisitEvent found = new VisitEvent.DraftFound(Optional.of(lis));
        ChoosingItem home = new ChoosingItem(ZHANG, List.of(), Optional.empty());
        assertThat(home.on(found, Moments.usual())).isEqualTo(Transition.to(home));
        Informing guide = new Informing(ZHANG, Items.CARE);
        assertThat(guide.on(found, Moments.usual())).isEqualTo(Transition.to(guide));
    }

    @Test
    void whoNamedTheItemFirstIsShownItsGuideWithWhatWasFilledIn() {
        Evidence card = ZHANG.evidence();
        Transition arrived = new Identifying(card, Optional.of(Items.CARE))
                .on(new VisitEvent.Identified(new kiosk.platform.Answer.Answered<>(ZHANG)), Moments.usual());
        assertThat(arrived)
                .isEqualTo(Transition.to(
                        new Informing(ZHANG, Items.CARE), new Effect.FindDraft(People.imprint(People.ZHANG))));
        Informing guide = (Informing) arrived.next()
                .on(new VisitEvent.DraftFound(Optional.of(Matters.draft())), Moments.usual())
                .next();
        assertThat(guide.begun().orElseThrow().form().value("type")).isEqualTo("visit");
    }

    @Test
    void whatIsWantedNoMoreIsForgottenAndAnOlderOneLookedFor() {
        ChoosingItem home = home(Matters.draft());
        assertThat(home.on(new VisitEvent.DraftUnwanted(Items.CARE.code()), Moments.usual()))
                .isEqualTo(Transition.to(
                        new ChoosingItem(ZHANG, List.of(), Optional.empty()),
                        FORGET,
                        new Effect.FindDraft(People.imprint(People.ZHANG))));
    }

    @Test
    void leavingByChoiceForgetsAndSilenceDoesNot() {
        Matter matter = whole("visit");
        for (Visit step : List.of(
                Matters.halfFilled(),
                GatheringMaterials.begun(matter, Map.of()),
                new Signing(matter),
                new Reviewing(matter, List.of()),
                new PreChecking(matter),
                new Informing(ZHANG, Items.CARE, Optional.of(matter)))) {
            assertThat(step.on(new VisitEvent.Quit(), Moments.usual()).effects())
                    .containsExactly(FORGET);
            assertThat(step.on(new VisitEvent.PatienceEnded(), Moments.usual()).effects())
                    .isEmpty();
        }
    }

    @Test
    void whatTheCitizenHasNotTouchedIsNotKept() {
        Visit untouched = FillingForm.begin(
                        Matters.begun(Items.CARE, ZHANG), List.of(), Optional.empty(), Moments.usual())
                .next();
        assertThat(untouched.draft()).isEmpty();
        assertThat(new Reviewing(Matters.signed(), List.of()).draft())
                .as("known without an imprint")
                .isEmpty();
        assertThat(new Idle().draft()).isEmpty();
    }
}
