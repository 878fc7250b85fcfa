package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.number.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void afterAnOlderStateNumbersGoOnFromAnotherRangeThoughTheTerminalIsStartedAgain() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            assertThat(number(shop)).startsWith("K001-261122-0001-");
            new Deliveries(shop.store).ledgerAhead(7, shop.clock.instant());
            shop.clock.turn(Duration.ofSeconds(20));
        }
        try (Shop shop = Shop.open(folder)) {
            String first = number(shop);
            assertThat(first).matches("K001-261122-[0-9]{6}-.");
            assertThat(number(shop)).isGreaterThan(first);
            shop.clock.turn(Duration.ofMinutes(1));
            new Deliveries(shop.store).ledgerAhead(7, shop.clock.instant());
            assertThat(Integer.parseInt(number(shop).split("-")[2]))
                    .as("a disk that is put back twice")
                    .isGreaterThanOrEqualTo(Integer.parseInt(first.split("-")[2]) + 600);
            shop.clock.turn(Duration.ofDays(1));
            assertThat(number(shop)).startsWith("K001-261123-0001-");
        }
    }

    private static String number(Shop shop) {
        return ((Outbox.Accepted) shop.outbox.accept(Handed.care())).number().text();
    }

    @Test
    void theSettingsThatKeepACommitThroughALossOfPowerAreOn() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.ask("PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(shop.ask("PRAGMA synchronous")).isEqualTo("2");
            assertThat(shop.ask("PRAGMA wal_autocheckpoint")).isEqualTo("4000");
            assertThat(shop.ask("PRAGMA secure_delete")).isEqualTo("2");
            assertThat(shop.ask("PRAGMA trusted_schema")).isEqualTo("0");
            assertThat(shop.ask("PRAGMA cell_size_check")).isEqualTo("1");
            assertThat(shop.ask("PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(shop.ask("PRAGMA temp_store")).isEqualTo("2");
            assertThat(shop.ask("PRAGMA mmap_size")).isEqualTo("0");
            assertThat(shop.ask("PRAGMA page_size")).isEqualTo("4096");
        }
    }

    @Test
    void anEngineThatCanDamageTheStoreIsRefused() {
        StoreFile.checkEngine("3.51.3");
        StoreFile.checkEngine("4.0.0");
        assertThatIllegalStateException().isThrownBy(() -> StoreFile.checkEngine("3.51.2"));
    }

    @Test
    void theNextDueRowIsFoundByItsIndexAloneAmongTenThousand() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> Shop.fill(connection, 10_000));
            List<String> plan = shop.store
                    .database()
                    .run(connection -> Sql.all(
                            connection,
                            "EXPLAIN QUERY PLAN " + Due.NEXT,
                            row -> row.getString("detail"),
                            "a",
                            0,
                            0,
                            1L,
                            1));
            assertThat(plan)
                    .containsExactly(
                            "SEARCH entry USING INDEX entry_due (department=? AND large=? AND <expr>=? AND next_at<?)");
            assertThat(new Deliveries(shop.store).nextDue().map(java.time.Instant::toEpochMilli))
                    .contains(1_000_001L);
            assertThat(shop.outbox.summary().waiting()).isEqualTo(10_000);
        }
    }

    @Test
    void theLastNumberAndWhatWaitsForACitizenAreFoundWithoutReadingEveryRow() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            for (String sql : List.of(Numbers.LAST, SqliteOutbox.WAITING_OF)) {
                List<String> plan = shop.store
                        .database()
                        .run(connection -> Sql.all(
                                connection,
                                "EXPLAIN QUERY PLAN " + sql,
                                row -> row.getString("detail"),
                                sql.contains("?2") ? new Object[] {"a", "b"} : new Object[] {"a"}));
                assertThat(plan)
                        .filteredOn(it -> it.contains("INDEX"))
                        .hasSize(2)
                        .allMatch(it -> it.contains("COVERING"));
                assertThat(plan).noneMatch(it -> it.equals("SCAN entry"));
            }
        }
    }

    @Test
    void aSecondProcessIsTurnedAway() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            assertThatIllegalStateException().isThrownBy(() -> Shop.open(folder));
            assertThat(shop.outbox.accept(Handed.care())).isInstanceOf(Outbox.Accepted.class);
        }
        Shop.open(folder).close();
    }

    @Test
    void whatWasAcceptedIsThereAfterThePowerIsCut() throws Exception {
        Path cut = Files.createDirectories(folder.resolve("cut"));
        Submission submission = Handed.care();
        Outbox.Acceptance answer;
        try (Shop shop = Shop.open(folder.resolve("running"))) {
            answer = shop.outbox.accept(submission);
            shop.copyTo(cut);
        }
        try (Shop again = Shop.open(cut)) {
            assertThat(again.outbox.accept(submission)).isEqualTo(answer);
            assertThat(again.count("sealed")).isEqualTo(1);
        }
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> Sql.update(connection, "PRAGMA user_version = 99"));
        }
        assertThatIllegalStateException().isThrownBy(() -> Shop.open(folder));
        assertThat(folder.resolve("damaged-1")).doesNotExist();
    }

    @Test
    void anEntryWhoseSealIsLostIsLeftToAPersonAndStopsNobody() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission lost = Handed.care();
            Submission whole = Handed.care();
            shop.outbox.accept(lost);
            shop.outbox.accept(whole);
            shop.store.database().run(connection -> Sql.update(connection, "DELETE FROM sealed WHERE seq = 1"));
            Parcel next = new Deliveries(shop.store)
                    .next(shop.clock.instant(), any -> shop.clock.instant())
                    .orElseThrow();
            assertThat(next.id()).isEqualTo(whole.id().toString());
            assertThat(shop.state(lost.id())).isEqualTo(EntryState.REFUSED);
        }
    }

    @Test
    void receiptsAreKeptForAYearAndThenForgotten() throws Exception {
        Shop shop = Shop.open(folder);
        Submission gone = Handed.care();
        shop.outbox.accept(gone);
        shop.outbox.abandon(gone.id());
        shop.outbox.accept(Handed.care());
        shop.close();
        shop.clock.turn(Duration.ofDays(399));
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        assertThat(shop.count("entry")).isEqualTo(2);
        shop.close();
        shop.clock.turn(Duration.ofDays(2));
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        assertThat(shop.count("entry")).isEqualTo(1);
        shop.clock.turn(Duration.ofDays(-401));
        shop.close();
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        shop.store.database().run(connection -> Sql.update(connection, "DELETE FROM sealed"));
        shop.store.database().run(connection -> Sql.update(connection, "DELETE FROM entry"));
        assertThat(number(shop))
                .as("the first was let go of, and its number is not given again")
                .contains("-0002-");
        shop.close();
    }
}
