package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kiosk.catalogue.Surroundings;
import kiosk.form.Entry;
import kiosk.identity.CardImprint;
import kiosk.journal.Occurrence;
import kiosk.submission.Draft;
import kiosk.submission.Submission;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Signing;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

/** Visits that are cut short, and gone on with. */
class HalfDoneVisitsTest extends WholeVisits {
    private void thePowerGoesAndComes() throws InterruptedException {
        citizen.close();
        citizen.world.cards.lift();
        citizen = VisitingCitizen.at(citizen.world);
    }

    private void comesBackAfterAPowerCut() throws InterruptedException {
        thePowerGoesAndComes();
        lays(People.imprint(People.ZHANG));
        citizen.screen.sees(ChoosingItem.class, it -> it.unfinished().isPresent());
    }

    /** Zhang lays a card of hers. */
    private void lays(CardImprint imprint) throws InterruptedException {
        citizen.world.cards.lay(People.zhangsCard(), imprint);
        citizen.screen.sees(ChoosingItem.class);
    }

    private <V extends Visit> VisitingCitizen goesOn(Class<V> at, Predicate<V> as) throws InterruptedException {
        return citizen.touch(new VisitEvent.DraftWanted(Items.CARE.code()), at, as);
    }

    /** Zhang is at home, is offered nothing, and goes; what was to be done about drafts is done then. */
    private void isOfferedNothing() throws InterruptedException {
        citizen.goesAsTheLast();
        assertThat(citizen.world.journal.occurrences()).doesNotContain(Occurrence.DRAFT_OFFERED);
    }

    private List<Draft> kept() {
        return citizen.world.drafts.kept();
    }

    @Test
    void whoeverFillsInWhileTheDiskGetsFullIsToldAtTheNextStepAndFindsItLaterWhereItWasLeft() throws Exception {
        lays(People.imprint(People.ZHANG));
        citizen.chooses(Items.CARE)
                .fills("phone", "13800000000")
                .fills("type", "referral")
                .fills("until", "2026-12-01");
        citizen.world.queue = Surroundings.Queue.FULL;
        citizen.touch(new VisitEvent.FormDone(), NotDone.class, it -> it.why() == NotDone.Why.QUEUE_FULL);
        citizen.world.queue = Surroundings.Queue.OPEN;
        citizen.touch(
                new VisitEvent.AnotherMatter(),
                ChoosingItem.class,
                it -> it.unfinished().isPresent());
        goesOn(
                FillingForm.class,
                it -> it.matter().form().value("until").equals("2026-12-01")
                        && it.reached().equals(Optional.of("until")));
    }

    private void fillsHalfTheFormAndGoesOnToThePapers() throws InterruptedException {
        lays(People.imprint(People.ZHANG));
        citizen.chooses(Items.CARE)
                .fills("phone", "13800000000")
                .fills("type", "referral")
                .fills("until", "2026-12-01")
                .isDoneWithTheForm()
                .scans("referral");
    }

    @Test
    void whoIsCutShortGoesOnWhereTheyWereAndHandsInOnce() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers();
        comesBackAfterAPowerCut();
        goesOn(Signing.class, it -> !it.matter().pagesOf("referral").isEmpty())
                .signs()
                .confirms()
                .seesOut(Collecting.What.RECEIPT)
                .takesIt();
        assertThat(delivered())
                .extracting(Submission::answers)
                .extracting(it -> it.get("phone"))
                .extracting(Entry::value)
                .containsExactly("13800000000");
        assertThat(kept()).isEmpty();
        assertThat(citizen.world.journal.occurrences()).contains(Occurrence.DRAFT_OFFERED);
    }

    @Test
    void aFormCutShortIsThereAgainWithTheFieldThatWasReached() throws InterruptedException {
        lays(People.imprint(People.ZHANG));
        citizen.chooses(Items.CARE).fills("phone", "13800000000").fills("type", "referral");
        citizen.touch(new VisitEvent.Back(), Informing.class);
        comesBackAfterAPowerCut();
        goesOn(
                FillingForm.class,
                it -> it.reached().equals(Optional.of("type"))
                        && it.matter().form().value("type").equals("referral")
                        && it.matter().form().value("name").equals("张测试"));
    }

    @Test
    void anotherCardSeesNothingAndTakesNothingAway() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers();
        thePowerGoesAndComes();
        lays(People.imprint(People.LI));
        isOfferedNothing();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whoLeavesByChoiceLeavesNothing() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers().touch(new VisitEvent.Quit(), Ending.class).close();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whoWantsItNoMoreIsRidOfIt() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers();
        comesBackAfterAPowerCut();
        citizen.touch(
                        new VisitEvent.DraftUnwanted(Items.CARE.code()),
                        ChoosingItem.class,
                        it -> it.unfinished().isEmpty())
                .goesAsTheLast();
        assertThat(kept()).isEmpty();
        assertThat(citizen.world.journal.occurrences()).contains(Occurrence.DRAFT_FORGOTTEN);
    }

    @Test
    void whatWasHandedInBeforeThePowerWentIsNotOfferedOnceMore() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers();
        Draft outlived = citizen.screen.last().visit().draft().orElseThrow();
        citizen.signs().confirms().seesOut(Collecting.What.RECEIPT);
        citizen.world.drafts.keep(outlived);
        thePowerGoesAndComes();
        lays(People.imprint(People.ZHANG));
        isOfferedNothing();
        assertThat(kept()).isEmpty();
        assertThat(delivered()).hasSize(1);
    }

    @Test
    void whereNothingIsKeptNothingIsPromised() throws InterruptedException {
        citizen.world.drafts.shut();
        fillsHalfTheFormAndGoesOnToThePapers();
        assertThat(citizen.screen.last().visit().draft()).isEmpty();
    }

    @Test
    void theTileOfTheSameItemGoesOnToo() throws InterruptedException {
        fillsHalfTheFormAndGoesOnToThePapers();
        citizen.hasAllPapers();
        comesBackAfterAPowerCut();
        citizen.chooses(Items.CARE).seesFilled("type", "referral");
        citizen.isDoneWithTheForm();
        assertThat(citizen.screen.last().visit()).isInstanceOf(GatheringMaterials.class);
    }
}
