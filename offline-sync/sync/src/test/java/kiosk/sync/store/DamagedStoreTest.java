package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Disk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that can no longer be read whole costs what cannot be read, and nothing else. */
class DamagedStoreTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    @Test
    void aDamagedStoreIsMovedAsideAndWhatCanBeReadIsTakenOver() throws Exception {
        List<SubmissionId> taken = filled();
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(it -> Sql.update(it, "INSERT INTO kept VALUES ('of old', 'd', '{}', 1)"));
            shop.store.database().run(it -> Sql.update(it, "INSERT INTO given VALUES ('K001-251122-', 7)"));
        }
        spoilAPageOf("journal");
        try (Shop shop = Shop.open(folder)) {
            assertThat(folder.resolve("damaged-1/outbox.db")).exists();
            assertThat(shop.count("entry")).isEqualTo(20);
            assertThat(shop.count("sealed")).isEqualTo(20);
            assertThat(shop.count("kept")).as("receipts of what is long over").isEqualTo(1);
            assertThat(shop.count("given")).as("numbers of what is long over").isEqualTo(1);
            assertThat(shop.outbox.list(30)).extracting(Outbox.Waiting::id).containsExactlyElementsOf(taken);
            assertThat(shop.store.journal().entries(5))
                    .anyMatch(it -> it.event() == Occurrence.STORE_DAMAGED.id()
                            && it.figures().equals("count=20"));
            Outbox.Accepted next = (Outbox.Accepted) shop.outbox.accept(Handed.care());
            assertThat(next.number().text()).startsWith("K001-261122-100001-");
            assertThat(shop.store.database().run(SqliteJournal::head).count())
                    .as("the chain goes on where the damaged one ended")
                    .isGreaterThan(20);
            try (StoreView view = StoreView.of(folder)) {
                assertThat(JournalAudit.ofTheEntries(view).wrong()).isEmpty();
            }
        }
    }

    @Test
    void aSealThatNoLongerHasItsDigestIsNotTakenOverAndItsEntryIsSetAside() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.withPages(new byte[40 * PAGE]));
            shop.outbox.accept(Handed.care());
            shop.store
                    .database()
                    .run(connection -> Sql.update(
                            connection,
                            "UPDATE sealed SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB) WHERE seq = 1"));
            IntStream.range(0, 300).forEach(i -> shop.store.journal().note(Occurrence.CARD_READ));
        }
        spoilAPageOf("journal");
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.count("sealed")).isEqualTo(1);
            assertThat(shop.ask("SELECT state || ' ' || last FROM entry WHERE seq NOT IN (SELECT seq FROM sealed)"))
                    .isEqualTo("REFUSED DAMAGED");
        }
    }

    @Test
    void whatWasPrintedIsStillKnownToHaveBeenPrintedAndToldToThePlatform() throws Exception {
        SubmissionId document = Handed.care().id();
        List<SubmissionId> taken = filled();
        try (Shop shop = Shop.open(folder)) {
            SqlitePrints prints = new SqlitePrints(shop.store, shop.clock);
            prints.begins(document, Paper.DOCUMENT);
            taken.forEach(it -> prints.ended(prints.begins(it, Paper.RECEIPT).orElseThrow(), Outcome.NOT_OUT));
        }
        spoilAPageOf("journal");
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.count("print")).isEqualTo(21);
            assertThat(shop.count("print WHERE next_at IS NOT NULL")).isEqualTo(21);
            assertThat(new SqlitePrints(shop.store, shop.clock).printed(document, Paper.DOCUMENT))
                    .isEqualTo(1);
        }
    }

    @Test
    void anUnreadablePageOfTheLedgerCostsOnlyThePrintsThatAreOnIt() throws Exception {
        filled();
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> printed(connection, 200));
            shop.store
                    .database()
                    .run(connection -> Sql.update(
                            connection,
                            "UPDATE print SET paper = 'TICKET' WHERE attempt = (SELECT max(attempt) FROM print)"));
        }
        spoil("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2", "print");
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.count("print")).isBetween(100L, 198L);
            assertThat(shop.count("print WHERE paper = 'TICKET'")).isZero();
        }
    }

    private static int printed(Connection connection, int rows) throws SQLException {
        return Sql.update(connection, """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                INSERT INTO print (attempt, submission, paper, outcome, began_at)
                SELECT printf('%08x-0000-4000-8000-000000000001', i), '019a0000-0000-7000-8000-000000000001', 'RECEIPT', 'OUT', i
                FROM n
                """, rows);
    }

    @Test
    void whatIsNoDatabaseAtAllIsMovedAsideToo() throws Exception {
        Files.writeString(folder.resolve("outbox.db"), "<html>".repeat(2000), StandardCharsets.UTF_8);
        try (Shop shop = Shop.open(folder)) {
            assertThat(folder.resolve("damaged-1/outbox.db")).hasSize(12_000);
            assertThat(shop.outbox.accept(Handed.care())).isInstanceOf(Outbox.Accepted.class);
        }
    }

    @Test
    void aLogWithoutItsDatabaseIsKept() throws Exception {
        Files.writeString(folder.resolve("outbox.db-wal"), "whatever it held");
        Shop.open(folder).close();
        assertThat(folder.resolve("damaged-1/outbox.db-wal")).hasContent("whatever it held");
    }

    @Test
    void aPowerCutWhileADamagedStoreIsTakenOverCostsNothing() throws Exception {
        List<SubmissionId> taken = filled();
        spoilAPageOf("journal");
        Breaking breaking = new Breaking();
        breaking.beforeCommitAfter(2);
        assertThatExceptionOfType(StoreTrouble.class).isThrownBy(() -> Shop.open(folder, breaking));
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.outbox.list(30)).extracting(Outbox.Waiting::id).containsExactlyElementsOf(taken);
            assertThat(shop.count("sealed")).isEqualTo(20);
        }
        assertThat(folder.resolve("damaged-1/not-taken-over")).doesNotExist();
        assertThat(folder.resolve("damaged-2")).doesNotExist();
    }

    @Test
    void aPowerCutWhileADamagedStoreIsMovedAsideDoesNotPartItFromItsLog() throws Exception {
        Path aside = Files.createDirectory(folder.resolve("damaged-1"));
        Files.createFile(aside.resolve("not-taken-over"));
        Files.writeString(aside.resolve("outbox.db"), "what was moved before");
        Files.writeString(folder.resolve("outbox.db-wal"), "what was left behind");
        Shop.open(folder).close();
        assertThat(aside.resolve("outbox.db-wal")).hasContent("what was left behind");
        assertThat(aside.resolve("outbox.db")).hasContent("what was moved before");
        assertThat(folder.resolve("damaged-2")).doesNotExist();
    }

    @Test
    void partsThatNothingNamesAnyMoreLieWithTheDamagedStoreAndAreCollectedAfterIt() throws Exception {
        Submission submission = Handed.withPages(new byte[150_000]);
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(submission);
        }
        Path lost = folder.resolve("parts").resolve("00000000000000000000000000000000.part");
        Files.writeString(lost, "of a row that cannot be read");
        StoreFolder taken = StoreFolder.take(folder);
        taken.moveAside(Disk.real());
        taken.close();
        Shop.open(folder).close();
        assertThat(folder.resolve("parts").toFile().list()).hasSize(1);
        assertThat(folder.resolve("damaged-1/parts").resolve(lost.getFileName()))
                .exists();
        Files.writeString(lost, "of nothing");
        Shop.open(folder).close();
        assertThat(folder.resolve("parts").toFile().list()).hasSize(1);
    }

    private List<SubmissionId> filled() throws Exception {
        List<Submission> submissions = IntStream.range(0, 20)
                .mapToObj(i -> Handed.withPages(new byte[3 * PAGE]))
                .toList();
        try (Shop shop = Shop.open(folder)) {
            submissions.forEach(shop.outbox::accept);
            IntStream.range(0, 300).forEach(i -> shop.store.journal().note(Occurrence.CARD_READ));
            shop.store.journal().entries(1);
        }
        return submissions.stream().map(Submission::id).toList();
    }

    private void spoilAPageOf(String table) throws Exception {
        spoil("SELECT max(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'", table);
    }

    private void spoil(String whichPage, String table) throws Exception {
        long page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"))) {
            page = Sql.first(connection, whichPage, row -> row.getLong(1), table)
                    .orElseThrow();
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("outbox.db").toFile(), "rw")) {
            file.seek((page - 1) * PAGE);
            file.write(new byte[PAGE]);
        }
    }
}
