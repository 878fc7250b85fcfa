package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Citizen;
import kiosk.identity.Pin;
import kiosk.twin.Graph;
import kiosk.twin.People;
import kiosk.visit.ChangingPin.AskingAgain;
import kiosk.visit.ChangingPin.AskingNew;
import kiosk.visit.ChangingPin.AskingOld;
import kiosk.visit.ChangingPin.CardAway;
import kiosk.visit.ChangingPin.End;
import kiosk.visit.ChangingPin.Ended;
import kiosk.visit.ChangingPin.Looking;
import kiosk.visit.ChangingPin.Remark;
import kiosk.visit.ChangingPin.Stage;
import kiosk.visit.ChangingPin.Working;
import org.junit.jupiter.api.Test;

class ChangingPinTest {
    private static final Citizen ZHANG = People.zhangBySocialCard();
    private static final String CARD = People.zhangsSocialCard().cardId();
    private static final AskingOld FIRST = new AskingOld(OptionalInt.of(3), false);

    private final List<Effect> asked = new ArrayList<>();
    private Visit visit = new ChoosingItem(ZHANG, List.of(), Optional.empty());

    private Stage after(VisitEvent... events) {
        for (VisitEvent event : events) {
            Transition transition = visit.on(event, Moments.usual());
            visit = transition.next();
            asked.addAll(transition.effects());
        }
        return ((ChangingPin) visit).stage();
    }

    private static VisitEvent typed(String digits) {
        return new VisitEvent.PinTyped(Pins.pin(digits));
    }

    private static VisitEvent says(PinOutcome outcome) {
        return new VisitEvent.PinAnswered(outcome);
    }

    private static VisitEvent ready(int tries) {
        return says(new PinOutcome.Ready(OptionalInt.of(tries)));
    }

    private Stage begun() {
        return after(new VisitEvent.PinChangeWanted(), ready(3));
    }

    @Test
    void theCardIsAskedFirstThenOldNewAndNewAgain() {
        assertThat(after(new VisitEvent.PinChangeWanted())).isEqualTo(new Looking());
        assertThat(asked).containsExactly(new Effect.AskPinTries(CARD));
        assertThat(after(ready(3))).isEqualTo(FIRST);
        assertThat(after(typed("135790"))).isInstanceOf(AskingNew.class);
        assertThat(after(typed("908172"))).isInstanceOf(AskingAgain.class);

        assertThat(after(typed("908172"))).isInstanceOf(Working.class);
        Working working = (Working) ((ChangingPin) visit).stage();
        assertThat(asked).contains(new Effect.ChangePin(CARD, working.old(), working.fresh()));
        assertThat(after(says(new PinOutcome.Changed()))).isEqualTo(new Ended(End.CHANGED));
        assertThat(after(new VisitEvent.PinChangeWanted())).isEqualTo(new Ended(End.CHANGED));
    }

    @Test
    void onlyWhoWasKnownByASocialSecurityCardInAUsableReaderMayBegin() {
        Surroundings withoutReader = new Surroundings(Set.of(DeviceKind.ID_CARD_READER), Moments.ALL_DEPARTMENTS, true);
        Visit known = visit;
        Visit byIdCard = new ChoosingItem(People.zhang(), List.of(), Optional.empty());
        VisitEvent wanted = new VisitEvent.PinChangeWanted();

        assertThat(known.on(wanted, Moments.of(withoutReader, Moments.FRESH)).next())
                .isEqualTo(known);
        assertThat(byIdCard.on(wanted, Moments.usual()).next()).isEqualTo(byIdCard);
        assertThat(ChangingPin.possible(ZHANG, Moments.well())).isTrue();
        assertThat(ChangingPin.possible(ZHANG, withoutReader)).isFalse();
    }

    @Test
    void theLastTryIsSaidBeforeItIsTaken() {
        begun();
        after(typed("135790"), typed("908172"), typed("908172"));
        Stage again = after(says(new PinOutcome.WrongPin(OptionalInt.of(1))));

        assertThat(again).isEqualTo(new AskingOld(OptionalInt.of(1), true));
        assertThat(((AskingOld) again).last()).isTrue();
        assertThat(FIRST.last()).isFalse();
        assertThat(new AskingOld(OptionalInt.empty(), true).last()).isFalse();
    }

    @Test
    void theLastTryIsAlsoSaidToWhoComesWithOneTryLeft() {
        assertThat(after(new VisitEvent.PinChangeWanted(), ready(1)))
                .isEqualTo(new AskingOld(OptionalInt.of(1), false));
    }

    @Test
    void aNewPinThatIsTheOldOneOrTooSimpleIsAskedForAgain() {
        begun();
        after(typed("135790"));
        assertThat(remark(after(typed("135790")))).contains(Remark.AS_BEFORE);
        for (String simple : List.of("111111", "123456", "987654", "1357", "13579086")) {
            assertThat(remark(after(typed(simple)))).as(simple).contains(Remark.TOO_SIMPLE);
        }
        assertThat(after(typed("113355"))).isInstanceOf(AskingAgain.class);
    }

    @Test
    void twoDifferentNewPinsAreBothAskedForAgainAndForgotten() {
        begun();
        Pin fresh = Pins.pin("908172");
        Pin other = Pins.pin("908173");
        after(typed("135790"), new VisitEvent.PinTyped(fresh));

        assertThat(remark(after(new VisitEvent.PinTyped(other)))).contains(Remark.DIFFERENT);
        assertThat(asked).contains(new Effect.WipePins(List.of(fresh, other)));
        assertThat(Graph.from(visit)).doesNotContain(fresh, other);
    }

    private static Optional<Remark> remark(Stage stage) {
        return ((AskingNew) stage).remark();
    }

    @Test
    void backGoesOneQuestionBackAndForgetsItsAnswer() {
        begun();
        Pin old = Pins.pin("135790");
        Pin fresh = Pins.pin("908172");
        after(new VisitEvent.PinTyped(old), new VisitEvent.PinTyped(fresh));

        assertThat(after(new VisitEvent.Back())).isEqualTo(new AskingNew(FIRST, old, Optional.empty()));
        assertThat(after(new VisitEvent.Back())).isEqualTo(FIRST);
        assertThat(asked).contains(new Effect.WipePins(List.of(fresh)), new Effect.WipePins(List.of(old)));
        assertThat(visit.on(new VisitEvent.Back(), Moments.usual()).next()).isInstanceOf(ChoosingItem.class);
    }

    @Test
    void whateverIsTypedIsWipedWhenTheStepIsLeftOrBreaksOff() {
        for (Stage stage : Pins.stages()) {
            ChangingPin here = new ChangingPin(ZHANG, People.zhangsSocialCard(), stage);
            assertThat(here.owed())
                    .isEqualTo(
                            here.busy() || stage.typed().isEmpty()
                                    ? List.of()
                                    : List.of(new Effect.WipePins(stage.typed())));
            for (VisitEvent event : Happenings.all()) {
                Transition transition = here.on(event, Moments.usual());
                List<Pin> forgotten = new ArrayList<>(stage.typed());
                forgotten.removeAll(Graph.from(transition.next()));
                List<Object> wiped = new ArrayList<>();
                transition.effects().stream()
                        .filter(Effect.WipePins.class::isInstance)
                        .forEach(it -> wiped.addAll(((Effect.WipePins) it).pins()));
                assertThat(here.busy() || wiped.containsAll(forgotten))
                        .as("%s, %s", stage, event)
                        .isTrue();
            }
        }
    }

    @Test
    void aCardThatIsAwayIsAskedForAndLookedAtAgain() {
        assertThat(after(new VisitEvent.PinChangeWanted(), says(new PinOutcome.NoCard())))
                .isEqualTo(new CardAway(false));
        assertThat(after(new VisitEvent.CardPutBack())).isEqualTo(new Looking());
        assertThat(after(says(new PinOutcome.OtherCard()))).isEqualTo(new CardAway(true));
        assertThat(asked).filteredOn(new Effect.AskPinTries(CARD)::equals).hasSize(2);
    }

    @Test
    void whatTheCardIsDoingIsWaitedForWhoeverLeaves() {
        begun();
        after(typed("135790"), typed("908172"), typed("908172"));

        assertThat(after(new VisitEvent.Quit(), new VisitEvent.PatienceEnded(), new VisitEvent.Back()))
                .isInstanceOf(Working.class);
        assertThat(after(says(new PinOutcome.Uncertain()))).isEqualTo(new Ended(End.UNCERTAIN));
    }

    @Test
    void everyOtherEndIsSaid() {
        assertThat(endOf(new PinOutcome.Blocked())).isEqualTo(End.BLOCKED);
        assertThat(endOf(new PinOutcome.NotSupported())).isEqualTo(End.NOT_SUPPORTED);
        assertThat(endOf(new PinOutcome.Broken(Situations.JAM))).isEqualTo(End.READER_BROKEN);
        assertThat(endOf(new PinOutcome.Uncertain())).isEqualTo(End.UNCERTAIN);
    }

    private static End endOf(PinOutcome outcome) {
        Visit looking = new ChangingPin(ZHANG, People.zhangsSocialCard(), new Looking());
        return ((Ended) ((ChangingPin)
                                looking.on(says(outcome), Moments.usual()).next())
                        .stage())
                .end();
    }

    @Test
    void noTextHoldsAPinOrACard() {
        for (Stage stage : Pins.stages()) {
            String said = new ChangingPin(ZHANG, People.zhangsSocialCard(), stage)
                    + stage.toString()
                    + new Effect.ChangePin(CARD, Pins.OLD, Pins.FRESH)
                    + typed("135790");
            assertThat(said).doesNotContain("135790", "908172", CARD);
        }
    }
}
