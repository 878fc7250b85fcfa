package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.visit.AwaitingCard;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.FillingForm;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.PreChecking;
import kiosk.visit.Reviewing;
import kiosk.visit.Setback;
import kiosk.visit.Submitting;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Puppet.Call;
import org.junit.jupiter.api.Test;

class BugTest extends AtATerminal {
    private static final SubmissionNumber NUMBER = SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7);
    private static final VisitEvent.Queued QUEUED = new VisitEvent.Queued(new Outbox.Accepted(NUMBER));
    private final IllegalStateException bug = new IllegalStateException("a bug");

    @Test
    void anEffectsBugIsAnAnswerAndTheTerminalGoesOn() throws InterruptedException {
        bench.laysCard(People.zhangsCard()).diesOf(bug);
        bench.audience.sees(AwaitingCard.class, it -> it.setback().equals(Optional.of(Setback.LAY_AGAIN)));
        assertThat(bench.journal.occurrences()).contains(Occurrence.EFFECT_FAILED);
        assertThat(bench.reported).containsExactly(bug);
        bench.zhangComesIn();
    }

    @Test
    void evenAnErrorOfTheMachineIsAnAnswer() throws InterruptedException {
        Error error = new StackOverflowError();
        bench.laysCard(People.zhangsCard()).diesOf(error);
        bench.audience.sees(AwaitingCard.class, it -> it.setback().equals(Optional.of(Setback.LAY_AGAIN)));
        assertThat(bench.journal.occurrences()).contains(Occurrence.EFFECT_FAILED);
    }

    @Test
    void aListeningThatFailsRestsBeforeItIsBegunAgain() throws InterruptedException {
        long began = System.nanoTime();
        bench.puppet.next(Effect.ListenForCard.class).diesOf(bug);
        Call again = bench.puppet.next(Effect.ListenForCard.class);
        assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
        again.diesOf(bug);
        bench.touch(new VisitEvent.MaintenanceAsked(), AwaitingTechnician.class);
        bench.settle();
        assertThat(bench.puppet.nobodyAskedFor(Effect.ListenForCard.class)).isTrue();
    }

    @Test
    void aBugOfTheScreenForgetsTheCitizenAndShowsIt() throws InterruptedException {
        bench.audience.breakAt(it -> it.visit() instanceof Informing);
        bench.zhangComesIn();
        bench.touch(new VisitEvent.ItemChosen(Items.FEE));
        Shown idle = bench.audience.sees(Idle.class);
        assertThat(idle.serial()).isEqualTo(2);
        assertThat(idle.deadline()).isEmpty();
        assertThat(bench.reported).hasSize(1);
        bench.zhangComesIn();
    }

    @Test
    void aScreenThatFailsAtEverythingStopsNothing() throws InterruptedException {
        bench.audience.breakAt(any -> true);
        bench.touch(new VisitEvent.Touched());
        bench.audience.waitForMoreThan(2);
        bench.audience.breakAt(any -> false);
        bench.settle();
        assertThat(bench.audience.last().visit()).isEqualTo(new Idle());
        bench.zhangComesIn();
    }

    @Test
    void whatWasHeldIsAbandonedWhenTheVisitBreaksOff() throws InterruptedException {
        bench.zhangComesIn();
        bench.audience.breakAt(it -> it.visit() instanceof Paying);
        bench.touch(new VisitEvent.ItemChosen(Items.FEE), Informing.class);
        bench.touch(new VisitEvent.Agreed(), FillingForm.class);
        bench.touch(new VisitEvent.FieldFilled("grade", "low"));
        bench.touch(new VisitEvent.FormDone(), Reviewing.class);
        bench.touch(new VisitEvent.Confirmed());
        Call made = bench.puppet.next(Effect.MakeOrder.class);
        made.answers(new VisitEvent.OrderMade(new Outbox.Accepted(NUMBER), new Answer.Unreachable<>()));
        Effect.MakeOrder order = (Effect.MakeOrder) made.effect();
        assertThat(bench.puppet.next(Effect.Abandon.class).effect())
                .isEqualTo(new Effect.Abandon(order.submission().id()));
        assertThat(bench.audience.sees(Idle.class).visit()).isEqualTo(new Idle());
    }

    @Test
    void aBugInTheQueueSaysThatNothingWasHandedInAndSeesToIt() throws InterruptedException {
        Call queueing = handsInACertificate();
        queueing.diesOf(bug);
        bench.audience.sees(NotDone.class);
        bench.puppet.next(Effect.Abandon.class);
    }

    private Call handsInACertificate() throws InterruptedException {
        bench.zhangComesIn();
        return asksForTheProof();
    }

    private Call asksForTheProof() throws InterruptedException {
        bench.touch(new VisitEvent.ItemChosen(Items.PROOF), Informing.class);
        bench.touch(new VisitEvent.Agreed(), FillingForm.class);
        bench.touch(new VisitEvent.FieldFilled("period", "2026-01/2026-06"));
        bench.touch(new VisitEvent.FormDone(), Reviewing.class);
        bench.touch(new VisitEvent.Confirmed());
        if (bench.audience
                        .waitFor(it -> !(it.visit() instanceof Reviewing), "confirmed")
                        .visit()
                instanceof PreChecking) {
            bench.puppet.next(Effect.AskPreCheck.class).answers(new VisitEvent.PreChecked(List.of()));
        }
        bench.audience.sees(Submitting.class);
        return bench.puppet.next(Effect.Queue.class);
    }

    @Test
    void closingWaitsForWhatIsOnItsWayToDisk() throws InterruptedException {
        Call looking = bench.zhangComesInOnline();
        Call queueing = asksForTheProof();
        List<Boolean> onDiskWhenClosed = new CopyOnWriteArrayList<>();
        Thread closing = new Thread(() -> {
            bench.runner.close();
            onDiskWhenClosed.add(queueing.ended());
        });
        closing.start();
        assertThat(looking.wasInterrupted()).as("closing has begun").isTrue();
        queueing.answers(QUEUED);
        closing.join(10_000);
        assertThat(onDiskWhenClosed).containsExactly(true);
    }

    @Test
    void aDiskThatNeverAnswersDoesNotKeepTheTerminalFromClosing() throws InterruptedException {
        Errands errands = new Errands(bench.puppet, bench.journal, (event, wanted) -> {});
        errands.once(new Effect.Abandon(SubmissionId.create(bench.clock)), () -> true);
        Call stuck = bench.puppet.next(Effect.Abandon.class);
        errands.close(Duration.ofMillis(50));
        assertThat(stuck.wasInterrupted()).isTrue();
    }

    @Test
    void whoeverIsImpatientWhileClosingStaysInterrupted() throws InterruptedException {
        handsInACertificate();
        Thread.currentThread().interrupt();
        bench.runner.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTouchAfterClosingMeansNothing() throws InterruptedException {
        Shown idle = bench.audience.last();
        bench.runner.close();
        bench.runner.touch(idle, new VisitEvent.Touched());
        assertThat(bench.audience.last()).isEqualTo(idle);
        assertThat(bench.journal.occurrences()).contains(Occurrence.STOPPED);
    }

    @Test
    void aRunnerThatNeverStartedCloses() {
        VisitRunner runner = new VisitRunner(
                new VisitRunner.Setting(
                        bench.puppet,
                        Bench.SHORT,
                        Items.CATALOGUE,
                        () -> bench.audience.last().surroundings(),
                        bench.journal,
                        bench.clock),
                shown -> {});
        runner.close();
        assertThat(bench.audience.last().visit()).isNotInstanceOf(ChoosingItem.class);
    }
}
