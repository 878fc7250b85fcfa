package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.AwaitingCard;
import kiosk.visit.Browsing;
import kiosk.visit.Effect;
import kiosk.visit.Ending;
import kiosk.visit.Finishing;
import kiosk.visit.Idle;
import kiosk.visit.Setback;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Instant MORNING = TurnedClock.MORNING;

    @Test
    void aStepThatNobodyTouchesEnds() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.audience.sees(Idle.class);
            bench.zhangComesIn();
            assertThat(bench.audience.last().deadline()).contains(MORNING.plus(Bench.PATIENCE));
            bench.clock.turn(Bench.PATIENCE);
            bench.audience.sees(Ending.class);
            bench.puppet.next(Effect.WatchCard.class).answers(new VisitEvent.CardSeen(Presence.GONE));
            bench.audience.sees(Idle.class);
        }
    }

    @Test
    void whoIsStillHereIsGivenTimeAnew() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.audience.sees(Idle.class);
            Shown asked = bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
            bench.clock.turn(Duration.ofSeconds(60));
            bench.runner.stillHere(asked);
            bench.audience.waitFor(
                    it -> it.deadline()
                            .equals(Optional.of(MORNING.plusSeconds(60).plus(Bench.PATIENCE))),
                    "more time");
        }
    }

    @Test
    void aTouchThatChangesNothingBreaksTheSilenceToo() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.audience.sees(Idle.class);
            bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
            bench.clock.turn(Duration.ofSeconds(60));
            bench.touch(new VisitEvent.Taken());
            bench.audience.waitFor(
                    it -> it.deadline()
                            .equals(Optional.of(MORNING.plusSeconds(60).plus(Bench.PATIENCE))),
                    "more time");
        }
    }

    @Test
    void aCardThatIsRefusedAgainAndAgainIsNoSignOfLife() throws InterruptedException {
        try (Bench bench = new Bench()) {
            bench.audience.sees(Idle.class);
            bench.puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardTroubled(Setback.LAY_AGAIN));
            Shown first = bench.audience.sees(AwaitingCard.class);
            bench.clock.turn(Duration.ofSeconds(60));
            int before = bench.audience.pictures();
            bench.puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardTroubled(Setback.LAY_AGAIN));
            bench.audience.waitForMoreThan(before);
            assertThat(bench.audience.last()).isEqualTo(first);
            bench.clock.turn(Duration.ofSeconds(30));
            bench.audience.sees(Idle.class);
        }
    }

    @Test
    void aClockSetBackMakesNoVisitLonger() throws InterruptedException {
        Silence silence = new Silence(Bench.SHORT, TurnedClock.standing(), System::nanoTime);
        silence.brokenAt(new Idle());
        assertThat(silence.deadline()).isEmpty();
        TurnedClock clock = TurnedClock.standing();
        Silence reading = new Silence(Bench.SHORT, clock, System::nanoTime);
        Browsing guide = new Browsing(Optional.of(Items.CARE));
        reading.brokenAt(guide);
        clock.turn(Duration.ofHours(-3));
        assertThat(reading.isTooLong(guide)).isFalse();
        assertThat(reading.deadline()).contains(clock.instant().plus(Bench.PATIENCE));
        clock.turn(Bench.PATIENCE.minusSeconds(1));
        assertThat(reading.isTooLong(guide)).isFalse();
        clock.turn(Duration.ofSeconds(1));
        assertThat(reading.isTooLong(guide)).isTrue();
    }

    @Test
    void aTechniciansTimeIsNotMadeLongerByTouching() {
        TurnedClock clock = TurnedClock.standing();
        AtomicLong minutes = new AtomicLong();
        Silence silence = new Silence(Patience.USUAL, clock, () -> TimeUnit.MINUTES.toNanos(minutes.get()));
        UnderMaintenance working = new UnderMaintenance(1042);
        silence.brokenAt(working);
        minutes.set(59);
        silence.touchedAt(working);
        assertThat(silence.isTooLong(working)).isFalse();
        minutes.set(60);
        assertThat(silence.isTooLong(working)).isTrue();
        silence.touchedAt(new Browsing(Optional.empty()));
        assertThat(silence.deadline()).contains(clock.instant().plus(Patience.USUAL.otherwise()));
    }

    @Test
    void settingTheClockNeitherThrowsTheTechnicianOutNorKeepsThemIn() throws InterruptedException {
        TurnedClock clock = TurnedClock.standing();
        AtomicLong minutes = new AtomicLong();
        Silence silence = new Silence(Patience.USUAL, clock, () -> TimeUnit.MINUTES.toNanos(minutes.get()));
        UnderMaintenance working = new UnderMaintenance(1042);
        silence.brokenAt(working);
        minutes.set(20);
        clock.turn(Duration.ofDays(400));
        assertThat(silence.isTooLong(working)).isFalse();
        assertThat(silence.deadline()).contains(clock.instant().plus(Duration.ofMinutes(40)));
        clock.turn(Duration.ofDays(-800));
        minutes.set(59);
        assertThat(silence.isTooLong(working)).isFalse();
        assertThat(silence.deadline()).contains(clock.instant().plus(Duration.ofMinutes(1)));
        minutes.set(60);
        assertThat(silence.isTooLong(working)).isTrue();
    }

    @Test
    void stepsHaveTheirOwnPatienceAndWhatEndsByItselfHasNone() {
        Patience usual = Patience.USUAL;
        assertThat(usual.of(new Idle())).isEmpty();
        assertThat(usual.of(new Ending(DeviceKind.ID_CARD_READER, Presence.THERE)))
                .isEmpty();
        assertThat(usual.of(new Finishing(People.zhang()))).contains(usual.otherwise());
    }
}
