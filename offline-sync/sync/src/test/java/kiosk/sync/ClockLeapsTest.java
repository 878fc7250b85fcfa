package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.platform.Order;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock on the wall is put on or back by 400 days at the wrong moment: nothing is lost, stuck, doubled or cancelled for that. */
class ClockLeapsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private final LeapingClock clock = new LeapingClock();
    private final List<Submission> all = new ArrayList<>();
    private Province province;
    private Sync sync;

    @BeforeEach
    void open() throws InterruptedException {
        province = new Province(folder.resolve("province"));
        sync = opened();
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        sync.whenReachChanges(heard::add);
        if (sync.platform().reachable().isEmpty()) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @AfterEach
    void close() {
        sync.close();
        province.close();
    }

    private Sync opened() {
        SyncSettings usual = Online.settings("K001", province.address(), folder.resolve("K001"), Optional.empty());
        return Sync.open(new SyncSettings(
                usual.terminal(),
                usual.platform(),
                usual.folder(),
                clock,
                usual.probeInterval(),
                usual.spread(),
                usual.authorities(),
                usual.platformKeys(),
                usual.limits(),
                usual.identity()));
    }

    private void leap(int days) {
        clock.leap(Duration.ofDays(days));
    }

    private Submission hands() {
        Submission submission = Handed.care();
        assertThat(sync.outbox().accept(submission)).isInstanceOf(Outbox.Accepted.class);
        all.add(submission);
        return submission;
    }

    private void allArriveOnce() throws InterruptedException {
        for (Submission each : all) {
            assertThat(sync.outbox().delivery(each.id(), PATIENCE)).isInstanceOf(Delivered.class);
            assertThat(province.ledger(each.id())).hasSize(1);
        }
        assertThat(province.ledger().stream().map(it -> it.path("number").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void whatIsHandedInRightAfterALeapGoesOutAtOnce(int days) throws Exception {
        hands();
        allArriveOnce();
        leap(days);
        hands();
        allArriveOnce();
        leap(-days);
        hands();
        allArriveOnce();
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void leapsWhileTheLineIsCutHoldNothingBack(int days) throws Exception {
        province.misbehaviour().hangUp();
        tried(hands());
        leap(days);
        tried(hands());
        leap(-2 * days);
        hands();
        leap(days);
        province.misbehaviour().behave();
        allArriveOnce();
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void aRestartUnderAnotherClockHoldsNothingBack(int days) throws Exception {
        province.misbehaviour().hangUp();
        tried(hands());
        leap(days);
        tried(hands());
        sync.close();
        leap(-days);
        province.misbehaviour().behave();
        sync = opened();
        hands();
        allArriveOnce();
    }

    /** The courier looked at it, so that its next attempt is on the disk by the clock of now. */
    private void tried(Submission submission) throws InterruptedException {
        assertThat(sync.outbox().delivery(submission.id(), Duration.ofMillis(100)))
                .isEqualTo(new Outbox.Underway());
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 400})
    void whoStandsAndPaysIsNotSentAway(int days) throws Exception {
        Submission before = ordered();
        leap(days);
        Submission after = ordered();
        hands();
        allArriveOnce();
        for (Submission paid : List.of(before, after)) {
            province.pay(paid.id());
            sync.outbox().release(paid.id());
            assertThat(sync.outbox().delivery(paid.id(), PATIENCE)).isInstanceOf(Delivered.class);
            assertThat(province.money(paid.id())).containsExactly("payment", "settlement");
        }
    }

    private Submission ordered() throws InterruptedException {
        Submission payment = Handed.payment();
        assertThat(sync.outbox().hold(payment)).isInstanceOf(Outbox.Accepted.class);
        assertThat(sync.platform()
                        .order(payment.id(), payment.item().code(), Handed.FEN)
                        .map(Order::state)
                        .or(Order.State.REFUNDED))
                .isEqualTo(Order.State.OPEN);
        return payment;
    }
}
