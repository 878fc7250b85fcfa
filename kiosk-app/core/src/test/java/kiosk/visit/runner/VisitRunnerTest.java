package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.visit.AwaitingCard;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Browsing;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Identifying;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.Reviewing;
import kiosk.visit.Setback;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Puppet.Call;
import org.junit.jupiter.api.Test;

class VisitRunnerTest extends AtATerminal {
    private static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);

    @Test
    void theAttractScreenListensForEverAndHasNoDeadline() throws InterruptedException {
        bench.puppet.next(Effect.ListenForCard.class);
        assertThat(bench.audience.last().deadline()).isEmpty();
        assertThat(bench.audience.last().serial()).isEqualTo(1);
    }

    @Test
    void aVisitBeginsAndEndsAndTheNextHasAnotherNumber() throws InterruptedException {
        bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.touch(new VisitEvent.Quit(), Idle.class);
        assertThat(bench.audience.last().serial()).isEqualTo(2);
        assertThat(bench.journal.occurrences()).containsExactly(Occurrence.VISIT_BEGAN, Occurrence.VISIT_ENDED);
    }

    @Test
    void anAnswerOfAnOldVisitNeverReachesTheNextCitizen() throws InterruptedException {
        Call zhangs = bench.laysCard(People.zhangsCard());
        bench.touch(new VisitEvent.Quit(), Ending.class);
        bench.puppet.next(Effect.WatchCard.class).answers(new VisitEvent.CardSeen(Presence.GONE));
        bench.audience.sees(Idle.class);
        bench.laysCard(People.lisCard());
        bench.audience.sees(Identifying.class);
        zhangs.answers(new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        zhangs.says(new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        bench.settle();
        assertThat(bench.audience.last().visit()).isInstanceOf(Identifying.class);
        assertThat(bench.audience.last().serial()).isEqualTo(2);
    }

    @Test
    void anOrderOfAnEarlierMatterIsNeverShownForTheNext() throws InterruptedException {
        bench.zhangComesIn();
        Call first = bench.wantsToPay();
        bench.touch(new VisitEvent.Back(), NotDone.class);
        bench.touch(new VisitEvent.AnotherMatter(), ChoosingItem.class);
        bench.touch(new VisitEvent.ItemChosen(Items.FEE), Informing.class);
        bench.touch(new VisitEvent.Agreed(), FillingForm.class);
        bench.touch(new VisitEvent.FieldFilled("grade", "high"));
        bench.touch(new VisitEvent.FormDone(), Reviewing.class);
        bench.touch(new VisitEvent.Confirmed(), Paying.class);
        Order old = new Order("pay-for-the-first", Order.State.OPEN);
        first.answers(new VisitEvent.OrderMade(new Outbox.Accepted(NUMBER), new Answer.Answered<>(old)));
        bench.puppet.next(Effect.Abandon.class).ends();
        bench.puppet.next(Effect.MakeOrder.class);
        bench.settle();
        assertThat(bench.audience.last().visit())
                .isInstanceOfSatisfying(
                        Paying.class, it -> assertThat(it.order()).isEmpty());
    }

    @Test
    void whatTouchesTheQueueIsDoneOneAfterTheOtherInTheOrderAsked() throws InterruptedException {
        bench.zhangComesIn();
        Call order = bench.wantsToPay();
        bench.touch(new VisitEvent.Back(), NotDone.class);
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(Effect.Abandon.class)).isTrue();
        order.answers(new VisitEvent.OrderMade(new Outbox.Accepted(NUMBER), new Answer.Unreachable<>()));
        Effect made = order.effect();
        assertThat(bench.puppet.next(Effect.Abandon.class).effect())
                .isEqualTo(new Effect.Abandon(
                        ((Effect.MakeOrder) made).submission().id()));
    }

    @Test
    void listeningGoesOnThroughTheStepsThatWantItAndEndsWithThem() throws InterruptedException {
        Call listening = bench.puppet.next(Effect.ListenForCard.class);
        bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.touch(new VisitEvent.GuidesWanted(), Browsing.class);
        bench.touch(new VisitEvent.Quit(), Idle.class);
        assertThat(bench.puppet.nobodyAskedFor(Effect.ListenForCard.class)).isTrue();
        bench.touch(new VisitEvent.MaintenanceAsked(), AwaitingTechnician.class);
        assertThat(listening.wasInterrupted()).isTrue();
        listening.says(new VisitEvent.CardLaid(People.zhangsEvidence()));
        bench.touch(new VisitEvent.MaintenanceEntered(1042), UnderMaintenance.class);
        bench.touch(new VisitEvent.MaintenanceLeft(), Idle.class);
        bench.puppet.next(Effect.ListenForCard.class);
        listening.says(new VisitEvent.CardLaid(People.zhangsEvidence()));
        bench.settle();
        assertThat(bench.audience.last().visit()).isEqualTo(new Idle());
    }

    @Test
    void aListeningThatHasAnsweredIsBegunAgain() throws InterruptedException {
        bench.puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardTroubled(Setback.LAY_AGAIN));
        bench.audience.sees(AwaitingCard.class);
        bench.puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardTroubled(Setback.WRONG_CARD));
        bench.audience.sees(AwaitingCard.class, it -> it.setback().equals(Optional.of(Setback.WRONG_CARD)));
        bench.puppet.next(Effect.ListenForCard.class);
    }

    @Test
    void surroundingsThatChangeAreShown() throws InterruptedException {
        int before = bench.audience.pictures();
        bench.runner.surroundingsChanged();
        bench.audience.waitForMoreThan(before);
    }

    @Test
    void aCardIsWatchedUntilItIsGone() throws InterruptedException {
        bench.zhangComesIn();
        bench.touch(new VisitEvent.Quit(), Ending.class);
        Call first = bench.puppet.next(Effect.WatchCard.class);
        assertThat(first.effect()).isEqualTo(new Effect.WatchCard(DeviceKind.ID_CARD_READER, Presence.UNKNOWN));
        first.answers(new VisitEvent.CardSeen(Presence.THERE));
        Call second = bench.puppet.next(Effect.WatchCard.class);
        second.answers(new VisitEvent.CardSeen(Presence.THERE));
        Call third = bench.puppet.next(Effect.WatchCard.class);
        assertThat(third.effect()).isEqualTo(new Effect.WatchCard(DeviceKind.ID_CARD_READER, Presence.THERE));
        bench.clock.turn(Duration.ofHours(1));
        bench.settle();
        assertThat(bench.audience.last().visit()).isInstanceOf(Ending.class);
        third.answers(new VisitEvent.CardSeen(Presence.GONE));
        bench.audience.sees(Idle.class);
    }
}
