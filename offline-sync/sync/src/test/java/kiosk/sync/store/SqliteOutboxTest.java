package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kiosk.form.Problem;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.GivenUp;
import kiosk.submission.Outbox.NotAccepted;
import kiosk.submission.Outbox.Underway;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.Handed;
import kiosk.sync.TurnableClock;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest {
    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aNumberIsMadeOfTerminalDayAndCounter() {
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(accepted("K001-261122-0001-"));
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(accepted("K001-261122-0002-"));
        shop.clock.turn(Duration.ofDays(1));
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(accepted("K001-261123-0001-"));
    }

    @Test
    void noNumberIsGivenTwiceThoughTheClockIsPutBackAndTheTerminalRestarted() throws Exception {
        shop.outbox.accept(Handed.care());
        shop.clock.turn(Duration.ofDays(1));
        shop.outbox.accept(Handed.care());
        TurnableClock clock = shop.clock;
        shop.close();
        clock.turn(Duration.ofDays(-1));
        shop = Shop.open(folder, Shop.LIMITS, clock);
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(accepted("K001-261122-0002-"));
    }

    @Test
    void theSameIdAgainGetsTheSameAnswerAndQueuesNothing() {
        Submission submission = Handed.care();
        Outbox.Acceptance first = shop.outbox.accept(submission);
        assertThat(shop.outbox.accept(submission)).isEqualTo(first);
        assertThat(shop.outbox.hold(submission)).isEqualTo(first);
        assertThat(shop.count("entry")).isEqualTo(1);
        assertThat(shop.state(submission.id())).isEqualTo(EntryState.READY);
    }

    @Test
    void twoThreadsWithTheSameIdGetTheOneAnswer() throws Exception {
        Submission submission = Handed.care();
        List<Callable<Outbox.Acceptance>> both = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(4);
        for (int i = 0; i < 4; i++) {
            both.add(() -> {
                together.await();
                return shop.outbox.accept(submission);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Outbox.Acceptance> answers = new ArrayList<>();
        for (Future<Outbox.Acceptance> each : threads.invokeAll(both)) {
            answers.add(each.get());
        }
        threads.shutdown();
        assertThat(answers).containsOnly(accepted("K001-261122-0001-"));
        assertThat(shop.count("entry")).isEqualTo(1);
    }

    @Test
    void anInterruptedCitizenSideStillLearnsWhatIsStored() {
        Thread.currentThread().interrupt();
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(accepted("K001-261122-0001-"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withoutAKeyTheQueueIsClosedAndNothingIsStored() {
        Sealer keyless = new Sealer(new KeyShelf(folder.resolve("none"), Optional.empty()), () -> Shop.SIGNER);
        SqliteOutbox outbox = new SqliteOutbox(shop.store, keyless, HolderMarks.of(new byte[32]), "K001", shop.clock);
        assertThat(outbox.summary().open()).isFalse();
        assertThat(outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.NOT_SEALED));
        assertThat(shop.count("entry")).isZero();
        assertThat(shop.outbox.accept(Handed.care()))
                .isInstanceOfSatisfying(
                        Outbox.Accepted.class,
                        it -> assertThat(it.number().text()).contains("-0001-"));
    }

    @Test
    void aHeldOneIsNotDueUntilItIsReleased() throws Exception {
        Submission payment = Handed.payment();
        shop.outbox.hold(payment);
        Deliveries deliveries = new Deliveries(shop.store);
        assertThat(deliveries.nextDue()).isEmpty();
        shop.outbox.release(payment.id());
        shop.outbox.release(payment.id());
        assertThat(deliveries.nextDue()).contains(shop.clock.instant());
        assertThat(shop.outbox.delivery(payment.id(), Duration.ZERO)).isEqualTo(new Underway());
    }

    @Test
    void whatAnEarlierProcessHeldIsUnsettled() throws Exception {
        Submission payment = Handed.payment();
        shop.outbox.hold(payment);
        shop.close();
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        assertThat(shop.state(payment.id())).isEqualTo(EntryState.UNSETTLED);
        assertThat(new Deliveries(shop.store).nextDue()).contains(shop.clock.instant());
    }

    @Test
    void anAbandonedPaymentIsAskedForAndAnAbandonedApplicationIsGone() throws Exception {
        Submission payment = Handed.payment();
        Submission care = Handed.care();
        shop.outbox.hold(payment);
        shop.outbox.accept(care);
        shop.outbox.abandon(payment.id());
        shop.outbox.abandon(care.id());
        shop.outbox.abandon(care.id());
        assertThat(shop.state(payment.id())).isEqualTo(EntryState.UNSETTLED);
        assertThat(shop.outbox.delivery(care.id(), Duration.ofSeconds(5))).isEqualTo(new GivenUp());
        assertThat(shop.count("sealed")).isEqualTo(1);
        assertThat(shop.outbox.delivery(Handed.care().id(), Duration.ZERO)).isEqualTo(new GivenUp());
    }

    @Test
    void aRatingIsNotDueBeforeWhatItRatesAndGoesWithIt() throws Exception {
        Submission rated = Handed.care();
        Submission gone = Handed.care();
        shop.outbox.accept(rated);
        shop.outbox.accept(gone);
        var rating = Handed.rating(gone, 5);
        assertThat(shop.outbox.rate(Handed.rating(rated, 5))).isInstanceOf(Accepted.class);
        shop.outbox.rate(rating);
        shop.outbox.abandon(gone.id());
        assertThat(shop.state(rating.id())).isEqualTo(EntryState.GIVEN_UP);
        var late = Handed.rating(gone, 1);
        shop.outbox.rate(late);
        assertThat(shop.state(late.id())).isEqualTo(EntryState.GIVEN_UP);
        assertThat(shop.ask("SELECT count(*) FROM entry WHERE kind = 'rating' AND next_at IS NULL"))
                .isEqualTo("3");
        assertThat(shop.outbox.rate(Handed.rating(Handed.care(), 3))).isEqualTo(new NotAccepted(Why.NOT_SEALED));
    }

    @Test
    void theTechnicianSeesWhatWaitsAndMakesItDue() throws Exception {
        Submission first = Handed.care();
        Submission second = Handed.residence();
        shop.outbox.accept(first);
        shop.outbox.accept(second);
        Deliveries deliveries = new Deliveries(shop.store);
        Parcel parcel = deliveries
                .next(shop.clock.instant(), any -> shop.clock.instant())
                .orElseThrow();
        deliveries.refused(parcel, "unknown-item", shop.clock.instant());
        assertThat(shop.outbox.summary())
                .isEqualTo(new Outbox.Summary(1, 0, 1, Optional.of(shop.clock.instant()), Optional.empty()));
        assertThat(shop.outbox.list(10)).extracting(Outbox.Waiting::state).containsExactly("REFUSED", "READY");
        assertThat(shop.outbox.list(1)).hasSize(1);
        shop.outbox.retry(first.id());
        assertThat(shop.outbox.list(1).get(0).next()).contains(shop.clock.instant());
        assertThat(shop.outbox.summary().stuck()).isZero();
        shop.outbox.retry(second.id());
        shop.outbox.retry(Handed.care().id());
    }

    @Test
    void thePlatformsOwnWordsAreToldButNeverWritten() throws Exception {
        Submission submission = Handed.care();
        shop.outbox.accept(submission);
        Deliveries deliveries = new Deliveries(shop.store);
        Parcel parcel = deliveries
                .next(shop.clock.instant(), any -> shop.clock.instant())
                .orElseThrow();
        Problem said = new Problem(
                Optional.of("phone"),
                Problem.Why.PLATFORM,
                Optional.of(new kiosk.catalogue.Text("号码有误", "wrong number")));
        deliveries.sentBack(parcel, List.of(said), shop.clock.instant());
        assertThat(shop.outbox.delivery(submission.id(), Duration.ZERO)).isEqualTo(new Outbox.SentBack(List.of(said)));
        shop.close();
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        assertThat(shop.outbox.delivery(submission.id(), Duration.ZERO))
                .isEqualTo(new Outbox.SentBack(List.of(Problem.of("phone", Problem.Why.PLATFORM))));
    }

    @Test
    void aChangeAndItsEntryInTheJournalAreOneTransaction() {
        Submission submission = Handed.care();
        shop.outbox.accept(submission);
        assertThat(shop.store.journal().entries(1))
                .containsExactly(new SqliteJournal.Noted(
                        shop.clock.instant(), Occurrence.SUBMISSION_QUEUED.id(), "of=" + submission.id()));
    }

    private static Accepted accepted(String body) {
        for (int check = 0; check <= 9; check++) {
            Optional<SubmissionNumber> number = SubmissionNumber.parse(body + check);
            if (number.isPresent()) {
                return new Accepted(number.get());
            }
        }
        throw new IllegalArgumentException("no check digit fits");
    }
}
