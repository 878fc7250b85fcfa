package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Field;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem;
import kiosk.form.Problem;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Cases;
import kiosk.submission.Correction;
import kiosk.submission.Matter;
import kiosk.twin.Items;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;

class FollowingCasesTest {
    private static final FollowingCases SHOWN = new FollowingCases(People.zhang(), Optional.of(HandedIn.CASES));

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    private static Visit mending(CaseStatus status) {
        Cases cases = new Cases(List.of(), Optional.of(List.of(status)));
        return on(new FollowingCases(People.zhang(), Optional.of(cases)), new VisitEvent.CaseChosen(status.id()))
                .next();
    }

    private static ServiceItem asked(Problem... problems) {
        return ((Informing) mending(HandedIn.returned(List.of(problems)))).item();
    }

    private static Problem wrong(String name) {
        return Problem.of(name, Problem.Why.PLATFORM);
    }

    @Test
    void whatTheCitizenHandedInIsAskedForHereAndAtThePlatform() {
        Visit home = new ChoosingItem(People.zhang(), List.of(), Optional.empty());
        FollowingCases asking = new FollowingCases(People.zhang(), Optional.empty());
        assertThat(on(home, new VisitEvent.CasesWanted()))
                .isEqualTo(Transition.to(asking, new Effect.FindCases(People.zhang())));
        assertThat(on(asking, new VisitEvent.CasesFound(HandedIn.CASES)).next()).isEqualTo(SHOWN);
        assertThat(on(SHOWN, new VisitEvent.Back())).isEqualTo(ChoosingItem.home(People.zhang()));
    }

    @Test
    void whatThePlatformHasAlreadyIsNotShownAsWaiting() {
        CaseStatus arrived = new CaseStatus(
                HandedIn.WAITING.id(),
                Items.PROOF.code(),
                Situations.NUMBER,
                "S202611220000000171",
                HandedIn.RETURNED.accepted(),
                State.ACCEPTED,
                Optional.empty(),
                List.of(),
                Optional.empty());
        Cases cases = Cases.of(Optional.of(List.of(arrived)), List.of(HandedIn.WAITING));
        assertThat(cases.here()).isEmpty();
        assertThat(Cases.of(Optional.empty(), List.of(HandedIn.WAITING)).here()).containsExactly(HandedIn.WAITING);
    }

    @Test
    void ofACaseThatWasSentBackOnlyWhatIsWrongIsAskedUnderItsNumber() {
        Informing informing = (Informing)
                on(SHOWN, new VisitEvent.CaseChosen(HandedIn.RETURNED.id())).next();
        assertThat(informing.item().fields()).extracting(Field::name).containsExactly("phone");
        assertThat(informing.item().materials()).isEmpty();
        Visit filling = on(informing, new VisitEvent.Agreed()).next();
        Matter matter = ((FillingForm) filling).matter();
        assertThat(matter.id()).isEqualTo(Moments.FRESH);
        assertThat(matter.form().entries()).isEmpty();
        assertThat(matter.correction()).contains(new Correction(HandedIn.NUMBER, Optional.of(HandedIn.RETURNED.id())));
        assertThat(matter.consent().given()).isEqualTo(Moments.usual().time());
    }

    @Test
    void whatDependsOnTheMendedFieldIsAskedWithIt() {
        ServiceItem item = asked(wrong("type"));
        assertThat(item.fields()).extracting(Field::name).containsExactly("type", "until");
        assertThat(item.materials()).extracting(Material::name).containsExactly("permit", "referral");
    }

    @Test
    void aPaperThatIsNotGoodIsAskedWhateverTheFormSaid() {
        ServiceItem item = asked(wrong("referral"));
        assertThat(item.fields()).isEmpty();
        assertThat(item.materials()).extracting(Material::alwaysRequired).containsExactly(true);
        assertThat(on(new Informing(People.zhang(), item), new VisitEvent.Agreed())
                        .next())
                .isInstanceOf(GatheringMaterials.class);
    }

    @Test
    void everythingIsAskedWhereItIsNotSaidWhatIsWrong() {
        Problem whole = new Problem(Optional.empty(), Problem.Why.PLATFORM, Optional.empty());
        assertThat(asked()).isEqualTo(Items.CARE);
        assertThat(asked(wrong("phone"), whole)).isEqualTo(Items.CARE);
        assertThat(asked(wrong("of-another-version"))).isEqualTo(Items.CARE);
    }

    @Test
    void whatWasPutRightAndIsOnItsWayIsNotAskedForAgain() {
        Cases waiting = new Cases(List.of(HandedIn.mending("READY")), HandedIn.CASES.told());
        VisitEvent chosen = new VisitEvent.CaseChosen(HandedIn.RETURNED.id());
        FollowingCases shown = new FollowingCases(People.zhang(), Optional.of(waiting));
        assertThat(on(shown, chosen).next()).isEqualTo(shown);
        Cases refused = new Cases(List.of(HandedIn.mending("REFUSED")), HandedIn.CASES.told());
        assertThat(on(new FollowingCases(People.zhang(), Optional.of(refused)), chosen)
                        .next())
                .isInstanceOf(Informing.class);
    }

    @Test
    void whatIsNotSentBackOrWasPaidForIsNotPutRightHere() {
        CaseStatus paid = new CaseStatus(
                Situations.EARLIER,
                Items.FEE.code(),
                HandedIn.NUMBER,
                "T202611200000000031",
                HandedIn.RETURNED.accepted(),
                State.RETURNED,
                Optional.empty(),
                List.of(wrong("grade")),
                Optional.empty());
        assertThat(mending(paid)).isInstanceOf(FollowingCases.class);
        assertThat(on(SHOWN, new VisitEvent.CaseChosen(HandedIn.WAITING.id())).next())
                .isEqualTo(SHOWN);
    }
}
