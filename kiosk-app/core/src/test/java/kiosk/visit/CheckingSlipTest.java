package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kiosk.identity.Evidence;
import kiosk.platform.SlipProofs;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.PlainSlips;
import org.junit.jupiter.api.Test;

class CheckingSlipTest {
    private static final AwaitingCard ASKED = new AwaitingCard(Optional.empty(), Optional.empty());
    private static final CheckingSlip WAITING = new CheckingSlip();
    private static final CheckingSlip LOOKING = new CheckingSlip(true, Optional.empty());
    private static final CheckingSlip FOUND = new CheckingSlip(false, Optional.of(PlainSlips.GENUINE));
    private static final VisitEvent SLIP = new VisitEvent.CardLaid(new Evidence.ByCode(PlainSlips.CODE));

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    @Test
    void aSlipHeldBeforeTheScannerIsCheckedWhereverItIsHeldAndNeverTakenForAPerson() {
        Transition looked = Transition.to(LOOKING, new Effect.CheckSlip(PlainSlips.CODE));
        assertThat(on(new Idle(), SLIP)).isEqualTo(looked);
        assertThat(on(new Browsing(Optional.of(Items.CARE)), SLIP)).isEqualTo(looked);
        assertThat(on(ASKED, SLIP)).isEqualTo(looked);
        assertThat(on(WAITING, SLIP)).isEqualTo(looked);
    }

    @Test
    void whoeverWantsToCheckASlipIsAskedForIt() {
        assertThat(on(ASKED, new VisitEvent.SlipCheckWanted()).next()).isEqualTo(WAITING);
        assertThat(WAITING.standing()).containsExactly(new Effect.ListenForCard());
    }

    @Test
    void anyOtherCodeIsToldApartFromASlipAndNotSentToThePlatform() {
        assertThat(on(WAITING, new VisitEvent.CardLaid(new Evidence.ByCode("EC-0001"))))
                .isEqualTo(Transition.to(LOOKING, new Effect.CheckSlip("EC-0001")));
        assertThat(on(WAITING, new VisitEvent.CardTroubled(Setback.CODE_UNUSABLE))
                        .next())
                .isEqualTo(new CheckingSlip(false, Optional.of(new SlipProofs.NotASlip())));
    }

    @Test
    void aCardLaidInsteadBeginsAVisit() {
        Evidence card = People.zhangsEvidence();
        assertThat(on(WAITING, new VisitEvent.CardLaid(card)))
                .isEqualTo(Transition.to(new Identifying(card, Optional.empty()), new Effect.Identify(card)));
        assertThat(on(WAITING, new VisitEvent.CardTroubled(Setback.LAY_AGAIN)).next())
                .isEqualTo(new AwaitingCard(Optional.empty(), Optional.of(Setback.LAY_AGAIN)));
    }

    @Test
    void whatWasFoundStandsAndIsNotReadAgainAndAgain() {
        assertThat(on(LOOKING, new VisitEvent.SlipChecked(PlainSlips.GENUINE)).next())
                .isEqualTo(FOUND);
        assertThat(LOOKING.standing()).isEmpty();
        assertThat(FOUND.standing()).isEmpty();
        assertThat(on(FOUND, SLIP).next()).isEqualTo(FOUND);
        assertThat(on(FOUND, new VisitEvent.SlipCheckWanted()).next()).isEqualTo(WAITING);
    }

    @Test
    void aCheckThatFailsByABugFindsNoSlip() {
        Effect check = new Effect.CheckSlip(PlainSlips.CODE);
        assertThat(on(LOOKING, new VisitEvent.EffectFailed(check)).next())
                .isEqualTo(new CheckingSlip(false, Optional.of(new SlipProofs.NotASlip())));
    }

    @Test
    void silenceEndsIt() {
        for (Visit visit : new Visit[] {WAITING, LOOKING, FOUND}) {
            assertThat(on(visit, new VisitEvent.PatienceEnded()).next()).isEqualTo(new Idle());
            assertThat(on(visit, new VisitEvent.Back()).next()).isEqualTo(ASKED);
            assertThat(visit.whose()).isEmpty();
        }
    }

    @Test
    void theCodeIsInNoLog() {
        assertThat(new Effect.CheckSlip(PlainSlips.CODE)).hasToString("CheckSlip[12 characters]");
        assertThat(PlainSlips.GENUINE.toString()).doesNotContain("K001-261122-0007-2");
    }
}
