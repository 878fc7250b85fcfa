package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kiosk.submission.Backlog;
import kiosk.submission.Correction;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.QueueView;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Hello;
import org.junit.jupiter.api.Test;

/** The whole backlog in one pass, in virtual time: how soon, in which order, and what a platform gets that answers nothing but errors. */
class PassTest extends Pass {
    @Test
    void theWholeBacklogGoesInOnePassBeginningAtOnce() throws Exception {
        for (int i = 0; i < 150; i++) {
            accept(Handed.care());
        }
        time.run(Duration.ofHours(8));
        lineIsBack();
        time.run(Duration.ofMinutes(1));
        assertThat(when.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(sent).hasSize(150);
        assertThat(sent).extracting(Parcel::id).doesNotHaveDuplicates();
        assertThat(platform.taken).hasSize(150);
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @Test
    void itDrainsThoughNobodyTellsThatTheLineIsBackAndNothingIsHandedIn() throws Exception {
        for (int i = 0; i < 20; i++) {
            accept(Handed.care());
        }
        time.run(Duration.ofHours(8));
        line.up = true;
        time.run(Duration.ofMinutes(15));
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @Test
    void anOutageOfADayCostsAFewHundredRequestsNotThousands() throws Exception {
        for (int i = 0; i < 20; i++) {
            accept(Handed.care());
        }
        time.run(Duration.ofDays(1));
        assertThat(line.requests).isLessThan(24 * 60);
    }

    @Test
    void aPlatformThatFailsOverEverythingGetsEachOnceAndThenOneInTwoMinutes() throws Exception {
        platform.mood = ModelPlatform.Mood.BROKEN;
        for (int i = 0; i < 100; i++) {
            accept(Handed.care());
        }
        lineIsBack();
        time.run(Duration.ofHours(12));
        assertThat(sent).hasSizeBetween(200, 100 + 10 + 12 * 30 + 5);
        platform.mood = ModelPlatform.Mood.WELL;
        time.run(Duration.ofHours(1));
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @Test
    void whatTheDiskDoesNotGiveIsTriedEverMoreRarelyIsSaidToBeTheDisksFaultAndGoesWhenItReads() throws Exception {
        diskGivesNothing = true;
        accept(Handed.care());
        lineIsBack();
        time.run(Duration.ofHours(1));
        assertThat(sent).hasSizeBetween(10, 60);
        assertThat(new QueueView(folder.resolve("terminal")).items(10))
                .extracting(Backlog.Item::cause)
                .containsExactly(Backlog.Cause.DISK_FAILS);
        diskGivesNothing = false;
        time.run(Duration.ofMinutes(10));
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @Test
    void whatTheDiskDidNotGiveForADayIsSetAsideForAPerson() throws Exception {
        diskGivesNothing = true;
        accept(Handed.care());
        lineIsBack();
        time.run(Duration.ofHours(23));
        assertThat(terminal.outbox.summary().stuck()).isZero();
        time.run(Duration.ofHours(2));
        assertThat(terminal.outbox.summary().stuck()).isOne();
        assertThat(terminal.outbox.summary().waiting()).isZero();
    }

    @Test
    void aPlatformThatSaysComeBackAtOnceIsNotAskedInALoop() throws Exception {
        platform.mood = ModelPlatform.Mood.BUSY;
        for (int i = 0; i < 20; i++) {
            accept(Handed.care());
        }
        lineIsBack();
        time.run(Duration.ofHours(1));
        assertThat(sent).hasSizeLessThan(20 + 10 + 30 + 10);
    }

    @Test
    void aSlotIsKeptToInBeginAndPaceAndNumber() throws Exception {
        slot = new Hello.Slot(Duration.ofSeconds(42), 2, 1, 47_500_000, Duration.ofMinutes(5));
        for (int i = 0; i < 20; i++) {
            accept(Handed.care());
        }
        lineIsBack();
        time.run(Duration.ofSeconds(41));
        assertThat(sent).isEmpty();
        time.run(Duration.ofSeconds(12));
        assertThat(sent).hasSize(20);
        assertThat(when.get(19)).isGreaterThanOrEqualTo(Duration.ofMillis(42_000 + 19 * 500));
    }

    @Test
    void whoStandsAndWaitsNeedsNoSlot() throws Exception {
        slot = new Hello.Slot(Duration.ofSeconds(100), 2, 1, 47_500_000, Duration.ofMinutes(5));
        accept(Handed.care());
        lineIsBack();
        Submission waited = Handed.residence();
        terminal.outbox.accept(waited);
        terminal.ring();
        time.run(Duration.ofSeconds(1));
        assertThat(sent).extracting(Parcel::id).containsExactly(waited.id().toString());
        assertThat(sent.get(0).awaited()).isTrue();
    }

    @Test
    void aRatingFollowsWhatItRatesAndACorrectionWhatItPutsRight() throws Exception {
        Submission first = Handed.care();
        Accepted number = (Accepted) terminal.outbox.accept(first);
        terminal.outbox.delivery(first.id(), Duration.ZERO);
        Submission right =
                accept(Handed.correcting(Handed.care(), new Correction(number.number(), Optional.of(first.id()))));
        terminal.outbox.rate(Handed.rating(first, 5));
        assertThat(terminal.outbox.list(5))
                .extracting(it -> it.next().isPresent())
                .containsExactly(true, false, false);
        lineIsBack();
        time.run(Duration.ofMinutes(1));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0).id()).isEqualTo(first.id().toString());
        assertThat(sent).extracting(Parcel::id).contains(right.id().toString());
        assertThat(terminal.outbox.list(5)).isEmpty();
    }

    @Test
    void aCorrectionOfWhatWasRefusedGoesAllTheSameForThePlatformToJudge() throws Exception {
        Submission first = Handed.care();
        platform.unwanted.add(first.id().toString());
        Accepted number = (Accepted) terminal.outbox.accept(first);
        accept(Handed.correcting(Handed.care(), new Correction(number.number(), Optional.of(first.id()))));
        lineIsBack();
        time.run(Duration.ofMinutes(1));
        assertThat(terminal.outbox.list(5)).extracting(Waiting::state).containsExactly("REFUSED", "REFUSED");
    }

    @Test
    void oneDepartmentThatIsDownGetsOneToSeeAndAllTheOthersGo() throws Exception {
        platform.departmentsDown.add("medical-insurance");
        for (int i = 0; i < 30; i++) {
            accept(Handed.care());
            accept(Handed.residence());
        }
        lineIsBack();
        time.run(Duration.ofSeconds(15));
        assertThat(platform.taken).hasSize(30);
        assertThat(sent)
                .filteredOn(it -> it.department().equals("medical-insurance"))
                .hasSizeLessThanOrEqualTo(4);
        platform.departmentsDown.clear();
        time.run(Duration.ofMinutes(1));
        assertThat(terminal.outbox.list(5)).isEmpty();
    }

    @Test
    void aTerminalThatIsNotLetInKeepsEverythingAndGoesOnWhenItIs() throws Exception {
        platform.mood = ModelPlatform.Mood.LETS_NOBODY_IN;
        for (int i = 0; i < 10; i++) {
            accept(Handed.care());
        }
        lineIsBack();
        time.run(Duration.ofHours(5));
        assertThat(sent).hasSizeLessThan(5 * 60);
        assertThat(terminal.store.exchange().letIn()).isFalse();
        platform.mood = ModelPlatform.Mood.WELL;
        time.run(Duration.ofMinutes(15));
        assertThat(terminal.outbox.list(5)).isEmpty();
        assertThat(terminal.store.exchange().letIn()).isTrue();
    }

    @Test
    void aClockThatIsTurnedByAYearNeitherHastensNorHoldsAnything() throws Exception {
        platform.mood = ModelPlatform.Mood.BROKEN;
        accept(Handed.care());
        lineIsBack();
        time.run(Duration.ofHours(1));
        for (int by : new int[] {400, -800, 400}) {
            int before = sent.size();
            time.turn(Duration.ofDays(by));
            terminal.ring();
            time.run(Duration.ofHours(1));
            assertThat(sent.size() - before).isBetween(5, 60);
        }
    }
}
