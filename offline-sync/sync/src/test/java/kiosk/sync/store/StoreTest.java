package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.number.Numbers;
import kiosk.sync.wire.Hello;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
            assertThat(new Deliveries(shop.store).nextDue().map(Instant::toEpochMilli))
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

    @ParameterizedTest
    @MethodSource("looksAtWhatIsNotDelivered")
    void whatIsAskedOfTheQueueReadsNoRowThatWasDelivered(String sql, int values) throws Exception {
        try (Shop shop = Shop.open(folder)) {
            List<String> plan = shop.store
                    .database()
                    .run(connection -> Sql.all(
                            connection,
                            "EXPLAIN QUERY PLAN " + sql,
                            row -> row.getString("detail"),
                            Collections.nCopies(values, 1L).toArray()));
            assertThat(plan).anyMatch(it -> it.contains(" entry_due"));
            assertThat(plan).noneMatch(it -> it.equals("SCAN entry") || it.matches("SCAN entry .* entry_rest.*"));
        }
    }

    static Stream<Arguments> looksAtWhatIsNotDelivered() {
        return Stream.of(
                Arguments.of(Entries.UNDELIVERED, 1),
                Arguments.of(Entries.WRITTEN_AHEAD, 2),
                Arguments.of(Entries.NO_ANSWER_YET, 1),
                Arguments.of(EntryState.COUNT_DELIVERED, 0),
                Arguments.of(Due.BACKLOG, 0));
    }

    @Test
    void whatWasDeliveredIsWhatIsLeftOfAllWhateverElseIsInTheQueue() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> Shop.fill(connection, 70));
            shop.store.database().run(connection -> Sql.update(connection, """
                            UPDATE entry SET next_at = CASE WHEN seq % 7 < 2 THEN next_at END, state = CASE seq % 7 WHEN 0 THEN 'READY'
                            WHEN 1 THEN 'UNSETTLED' WHEN 2 THEN 'HELD' WHEN 3 THEN 'DELIVERED' WHEN 4 THEN 'SENT_BACK'
                            WHEN 5 THEN 'REFUSED' ELSE 'GIVEN_UP' END"""));
            Outbox.Summary summary = shop.outbox.summary();
            assertThat(List.of(summary.waiting(), summary.delivered(), summary.stuck()))
                    .containsExactly(30, 10, 20);
            Hello.Backlog backlog = new Due(shop.store).backlog();
            assertThat(backlog).isEqualTo(new Hello.Backlog(20, 0, Instant.ofEpochMilli(1)));
            assertThat(shop.outbox.list(100)).hasSize(50);
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
