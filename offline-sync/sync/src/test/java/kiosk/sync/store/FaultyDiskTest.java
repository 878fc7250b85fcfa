package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.NotAccepted;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Gate;
import kiosk.sync.disk.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyDiskTest {
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
    void aFullDiskLeavesNothingHalfAndWhatIsThereStillMoves() throws Exception {
        shop.close();
        shop = Shop.open(folder.resolve("small"), new Limits(0, 400 << 10, 1 << 20), shop.clock);
        Submission held = Handed.payment();
        shop.outbox.hold(held);
        assertThat(shop.outbox.accept(
                        Handed.withPages(new byte[90_000], new byte[90_000], new byte[90_000], new byte[90_000])))
                .isEqualTo(new NotAccepted(Why.FULL));
        assertThat(shop.count("entry")).isEqualTo(1);
        assertThat(shop.count("sealed")).isEqualTo(1);
        shop.outbox.release(held.id());
        assertThat(shop.state(held.id())).isEqualTo(EntryState.READY);
    }

    @Test
    void whoIsTurnedAwayIsNotWaitedForByTheCourier() throws Exception {
        Submission taken = Handed.care();
        shop.outbox.accept(taken);
        assertThat(shop.store.exchange().awaited()).containsExactly(taken.id().toString());
        shop.close();
        shop = Shop.open(folder, new Limits(Long.MAX_VALUE, 1 << 20, 1 << 20), shop.clock);
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.FULL));
        assertThat(shop.store.exchange().awaited()).isEmpty();
    }

    @Test
    void belowTheFloorTheQueueIsClosedButKnowsItsOwn() throws Exception {
        Submission before = Handed.care();
        Outbox.Acceptance number = shop.outbox.accept(before);
        shop.close();
        shop = Shop.open(folder, new Limits(Long.MAX_VALUE, 1 << 20, 1 << 20), shop.clock);
        assertThat(shop.outbox.summary().open()).isFalse();
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.FULL));
        assertThat(shop.outbox.accept(before)).isEqualTo(number);
        assertThat(folder.resolve("ballast")).doesNotExist();
    }

    @Test
    void theBallastIsThrownWhereTheQueueCouldNotDrain() throws Exception {
        shop.close();
        shop = Shop.open(folder, new Limits(0, 64 << 20, 2 << 20), shop.clock);
        assertThat(Files.size(folder.resolve("ballast"))).isEqualTo(2 << 20);
        int[] calls = {0};
        String done = shop.store.drain(connection -> {
            if (calls[0]++ == 0) {
                throw new java.sql.SQLException("database or disk is full", "", 13);
            }
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(folder.resolve("ballast")).doesNotExist();
    }

    @Test
    void aDiskThatTakesNoFileShutsTheQueueBeforeAnybodyBegins() throws Exception {
        shop.close();
        shop = Shop.open(folder.resolve("readonly"), new FailingDisk(1));
        assertThat(shop.outbox.summary().closed()).contains(Why.BROKEN);
        assertThat(shop.outbox.summary().closed()).isEmpty();
    }

    @Test
    void aDatabaseNearItsBoundShutsTheQueueBeforeAnybodyBegins() throws Exception {
        shop.close();
        shop = Shop.open(folder.resolve("small"), new Limits(0, Gate.LARGEST + (1 << 20), 0), shop.clock);
        assertThat(shop.outbox.summary().closed()).isEmpty();
        for (int i = 0; i < 4; i++) {
            assertThat(shop.outbox.accept(Handed.withPages(new byte[90_000], new byte[90_000], new byte[90_000])))
                    .isInstanceOf(Accepted.class);
        }
        assertThat(shop.outbox.summary().closed()).contains(Why.NEARLY_FULL);
    }

    @Test
    void aCommitThatFailedAfterItsBytesWereSafeIsAccepted() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        breaking.afterCommit(1);
        Submission submission = Handed.care();
        assertThat(shop.outbox.accept(submission)).isInstanceOf(Accepted.class);
        assertThat(shop.count("entry")).isEqualTo(1);
        assertThat(shop.outbox.accept(submission)).isInstanceOf(Accepted.class);
    }

    @Test
    void aCommitThatFailedBeforeItsBytesWereSafeIsNot() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        breaking.beforeCommit(1);
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.BROKEN));
        assertThat(shop.count("entry")).isZero();
        assertThat(shop.outbox.summary().open()).isTrue();
    }

    @Test
    void aDiskThatKeepsFailingClosesTheQueueUntilItWorksAgain() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        breaking.beforeCommit(Integer.MAX_VALUE);
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.BROKEN));
        assertThat(shop.outbox.accept(Handed.care())).isEqualTo(new NotAccepted(Why.BROKEN));
        assertThat(shop.store.database().troubled()).isTrue();
        assertThat(shop.count("entry")).isZero();
        assertThat(shop.store.database().troubled()).as("it can be read").isTrue();
        shop.store.tryAgain();
        shop.store.database().run(connection -> true);
        assertThat(shop.outbox.summary().closed()).as("nothing can be written").contains(Why.BROKEN);
        breaking.beforeCommit(0);
        shop.store.tryAgain();
        shop.store.database().run(connection -> true);
        assertThat(shop.store.database().troubled()).isFalse();
        assertThat(shop.outbox.summary().open()).isTrue();
    }

    @Test
    void whatAFailedSyncLeftIsNotBelievedWhileSomebodyReadsItsLog() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        shop.outbox.accept(Handed.care());
        Submission submission = Handed.care();
        StoreView reader = StoreView.of(shop.folder);
        breaking.afterCommit(1);
        assertThat(shop.outbox.accept(submission)).isEqualTo(new NotAccepted(Why.BROKEN));
        reader.close();
        assertThat(shop.outbox.accept(submission)).isInstanceOf(Accepted.class);
        assertThat(shop.count("entry")).isEqualTo(2);
    }

    @Test
    void whatIsPaidIsReleasedThoughItsCommitFailsTwice() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        Submission payment = Handed.payment();
        shop.outbox.hold(payment);
        breaking.beforeCommit(2);
        shop.outbox.release(payment.id());
        assertThat(shop.state(payment.id())).isEqualTo(EntryState.READY);
        breaking.afterCommit(1);
        shop.outbox.abandon(payment.id());
        assertThat(shop.state(payment.id())).isEqualTo(EntryState.GIVEN_UP);
    }

    @Test
    void whatCouldNotBeReleasedIsUnsettledAfterAWhileWithoutARestart() throws Exception {
        shop.close();
        Breaking breaking = new Breaking();
        shop = Shop.open(folder.resolve("broken"), breaking);
        Submission payment = Handed.payment();
        shop.outbox.hold(payment);
        breaking.beforeCommit(3);
        assertThatExceptionOfType(StoreTrouble.class).isThrownBy(() -> shop.outbox.release(payment.id()));
        Deliveries deliveries = new Deliveries(shop.store);
        shop.clock.turn(Duration.ofMinutes(29));
        assertThat(deliveries.next(shop.clock.instant(), any -> shop.clock.instant()))
                .isEmpty();
        assertThat(shop.state(payment.id())).isEqualTo(EntryState.HELD);
        shop.clock.turn(Duration.ofMinutes(1));
        assertThat(deliveries
                        .next(shop.clock.instant(), any -> shop.clock.instant())
                        .map(Parcel::unsettled))
                .contains(true);
    }
}
