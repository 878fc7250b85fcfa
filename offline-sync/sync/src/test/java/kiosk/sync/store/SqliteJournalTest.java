package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kiosk.device.DeviceKind;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.sync.TurnableClock;
import kiosk.sync.disk.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
    @TempDir
    private Path folder;

    @Test
    void figuresAreKeptInOrder() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store
                    .journal()
                    .note(
                            Occurrence.CARD_READ,
                            new Journal.Millis(840),
                            new Journal.Which(DeviceKind.ID_CARD_READER),
                            new Journal.Count(2));
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(shop.store.journal().entries(2))
                    .containsExactly(
                            new SqliteJournal.Noted(shop.clock.instant(), 101, ""),
                            new SqliteJournal.Noted(
                                    shop.clock.instant(), 210, "millis=840 which=ID_CARD_READER count=2"));
        }
    }

    @Test
    void whatWaitsIsWrittenAtTheEnd() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.journal().note(Occurrence.STOPPED);
        }
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.store.journal().entries(1))
                    .extracting(SqliteJournal.Noted::event)
                    .containsExactly(101);
        }
    }

    @Test
    void aSlowDiskNeitherBlocksTheNoterNorHidesWhatWasDropped() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            CountDownLatch disk = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(1);
            Thread slow = new Thread(() -> shop.store.database().run(connection -> {
                busy.countDown();
                awaitQuietly(disk);
                return 1;
            }));
            slow.start();
            busy.await();
            IntStream.range(0, 1500).forEach(i -> shop.store.journal().note(Occurrence.CARD_READ));
            disk.countDown();
            slow.join();
            long noted = shop.store.journal().entries(2000).stream()
                    .filter(it -> it.event() == Occurrence.CARD_READ.id())
                    .count();
            assertThat(noted).isEqualTo(1024);
            assertThat(shop.store.journal().entries(2000))
                    .anyMatch(it -> it.event() == Occurrence.JOURNAL_DROPPED.id()
                            && it.figures().equals("count=" + (1500 - noted)));
        }
    }

    @Test
    void aNoteAfterTheEndIsHarmless() throws Exception {
        Shop shop = Shop.open(folder);
        shop.close();
        shop.store.journal().note(Occurrence.STOPPED);
        shop.close();
    }

    @Test
    void whatAFailedTransactionTookIsWrittenByTheNext() throws Exception {
        Breaking breaking = new Breaking();
        try (Shop shop = Shop.open(folder, breaking)) {
            breaking.beforeCommit(1);
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(stopped(shop)).isZero();
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(stopped(shop)).isEqualTo(2);
        }
    }

    @Test
    void whatIsOverIsLetGoWithoutARestart() throws Exception {
        Limits few = Shop.LIMITS.keeping(Duration.ofDays(1), 5);
        try (Shop shop = Shop.open(folder, few, new TurnableClock(Instant.parse("2026-11-22T01:15:02Z")))) {
            IntStream.range(0, 20).forEach(i -> shop.store.journal().note(Occurrence.CARD_READ));
            assertThat(shop.store.journal().entries(50)).hasSize(20);
            shop.store.journal().shorten();
            assertThat(shop.store.journal().entries(50)).hasSize(6);
        }
    }

    @Test
    void aStoreThatCouldNotBeOpenedDoesNotSilenceTheJournal() throws Exception {
        Breaking breaking = new Breaking();
        try (Shop shop = Shop.open(folder, breaking)) {
            breaking.beforeCommit(1);
            assertThatExceptionOfType(StoreTrouble.class)
                    .isThrownBy(() ->
                            shop.store.database().run(it -> Sql.update(it, "INSERT INTO kept VALUES (1, 1, 1, 1)")));
            breaking.whenOpened(1);
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(stopped(shop)).isZero();
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(stopped(shop)).isEqualTo(2);
        }
    }

    @Test
    void aStoreWithTooMuchToDoDoesNotSilenceTheJournal() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            CountDownLatch disk = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1024);
            Database.Work<Integer> slow = connection -> {
                busy.countDown();
                awaitQuietly(disk);
                return 1;
            };
            shop.store.database().soon(slow, () -> {}, () -> {});
            busy.await();
            IntStream.range(0, 1024)
                    .forEach(i -> shop.store.database().soon(connection -> 1, done::countDown, () -> {}));
            shop.store.journal().note(Occurrence.STOPPED);
            disk.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stopped(shop)).isZero();
            shop.store.journal().note(Occurrence.STOPPED);
            assertThat(stopped(shop)).isEqualTo(2);
        }
    }

    /** How many are on disk, without making any be written. */
    private static int stopped(Shop shop) {
        return Integer.parseInt(shop.ask("SELECT count(*) FROM journal WHERE event = 101"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
