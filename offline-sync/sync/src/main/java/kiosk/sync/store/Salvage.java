package kiosk.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kiosk.submission.PrintLedger;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.Sha256;
import kiosk.sync.store.Parcel.Piece;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * What can still be read of a damaged database. Its rows are asked for one by one, because one unreadable page must not cost the
 * others; a row whose sealed body no longer has its digest is left out, and the damaged file stays for a person to look at.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final String COLUMNS =
            "body_digest, id, number, corrects, replaces, kind, item, rates, state, digest, journal_count, journal_head, taken_at, changed_at,"
                    + " attempts, next_at, last, fields, case_number, accepted_at, due, ledger_seq, chain, previous, receipt";
    private static final int COLUMN_COUNT = 25;

    private static final List<String> PLACES = List.of(
            "SELECT seq, hex(hash) FROM journal NOT INDEXED ORDER BY seq DESC LIMIT 1",
            "SELECT journal_count, journal_head FROM entry NOT INDEXED ORDER BY journal_count DESC LIMIT 1");
    private static final String PRINT_COLUMNS = "attempt, submission, paper, outcome, began_at, next_at";

    private final Path damaged;

    Salvage(Path damaged) {
        this.damaged = damaged;
    }

    private record Row(long seq, Object[] columns, Optional<byte[]> sealed, List<Piece> parts) {}

    /** Takes over what can be read and is not there yet, what was printed as well; the answer is how many entries can. */
    int into(Database database) {
        int saved = 0;
        try (Connection old = opened()) {
            JournalHead reached = reached(old);
            database.run(connection -> goOnFrom(connection, reached));
            List<Object[]> kept = kept(old);
            database.run(connection -> insertKept(connection, kept));
            Map<String, @Nullable Object[]> prints = prints(old);
            database.run(connection -> insertPrints(connection, prints.values()));
            for (long seq = 1; seq <= last(old); seq++) {
                Optional<Row> row = row(old, seq);
                if (row.isPresent()) {
                    database.run(connection -> insert(connection, row.get()));
                    saved++;
                }
            }
        } catch (SQLException e) {
            LOG.error("the damaged store cannot be read further: SQLite result {}", e.getErrorCode());
        }
        return saved;
    }

    /** The furthest place of the journal's chain that can be read: of its last entry, or of the last that was sealed. */
    private static JournalHead reached(Connection old) {
        JournalHead reached = JournalHead.EMPTY;
        for (String places : PLACES) {
            try {
                JournalHead place = Sql.first(old, places, Salvage::place).orElse(JournalHead.EMPTY);
                reached = place.count() > reached.count() ? place : reached;
            } catch (SQLException | IllegalArgumentException e) {
                LOG.error("the journal of the damaged store cannot be read whole");
            }
        }
        return reached;
    }

    private static JournalHead place(ResultSet row) throws SQLException {
        return JournalHead.read(row.getLong(1), row.getString(2));
    }

    /** The chain goes on where the damaged one ended: what the platform countersigned stays true. */
    private static boolean goOnFrom(Connection connection, JournalHead reached) throws SQLException {
        boolean anew = SqliteJournal.head(connection).count() == 0 && reached.count() > 0;
        if (anew) {
            SqliteJournal.beginAt(connection, reached);
        }
        return anew;
    }

    /** The receipts that are kept for good, as many as can be read. */
    private static List<Object[]> kept(Connection old) {
        List<Object[]> kept = new ArrayList<>();
        try (Statement statement = old.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, digest, receipt, ledger_seq FROM kept")) {
            while (row.next()) {
                kept.add(new Object[] {row.getString(1), row.getString(2), row.getString(3), row.getLong(4)});
            }
        } catch (SQLException e) {
            LOG.error("the kept receipts of the damaged store cannot be read whole");
        }
        return kept;
    }

    private static int insertKept(Connection connection, List<Object[]> kept) throws SQLException {
        int inserted = 0;
        for (Object[] row : kept) {
            inserted += Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO kept (id, digest, receipt, ledger_seq) VALUES (?, ?, ?, ?)",
                    row);
        }
        return inserted;
    }

    /** Read from both ends, so that an unreadable page costs only what is on it; there is no ledger in the first version. */
    private static Map<String, @Nullable Object[]> prints(Connection old) throws SQLException {
        Map<String, @Nullable Object[]> prints = new LinkedHashMap<>();
        boolean ledger = !Sql.text(old, "SELECT name FROM sqlite_schema WHERE name = 'print'")
                .isEmpty();
        if (ledger && !readPrints(old, "ASC", prints)) {
            readPrints(old, "DESC", prints);
        }
        return prints;
    }

    private static boolean readPrints(Connection old, String order, Map<String, @Nullable Object[]> prints) {
        try (Statement statement = old.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT " + PRINT_COLUMNS + " FROM print NOT INDEXED ORDER BY attempt " + order)) {
            while (row.next()) {
                print(row).ifPresent(it -> prints.put(String.valueOf(it[0]), it));
            }
            return true;
        } catch (SQLException e) {
            LOG.error("the prints of the damaged store cannot be read further: SQLite result {}", e.getErrorCode());
            return false;
        }
    }

    /** Only what the ledger can be read from again. */
    private static Optional<@Nullable Object[]> print(ResultSet row) throws SQLException {
        Object next = row.getObject(6);
        Object outcome = row.getObject(4);
        try {
            UUID attempt = UUID.fromString(String.valueOf(row.getString(1)));
            SubmissionId id = SubmissionId.parse(String.valueOf(row.getString(2)));
            PrintLedger.Paper paper = PrintLedger.Paper.valueOf(row.getString(3));
            if (outcome != null) {
                PrintLedger.Outcome.valueOf(outcome.toString());
            }
            return Optional.of(
                    new Object[] {attempt.toString(), id.toString(), paper.name(), outcome, row.getLong(5), next});
        } catch (IllegalArgumentException unknownWord) {
            LOG.error("a print of the damaged store cannot be understood");
            return Optional.empty();
        }
    }

    private static int insertPrints(Connection connection, Collection<@Nullable Object[]> prints) throws SQLException {
        int inserted = 0;
        for (@Nullable Object[] print : prints) {
            inserted += Sql.update(
                    connection, "INSERT OR IGNORE INTO print (" + PRINT_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)", print);
        }
        return inserted;
    }

    private Connection opened() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + damaged);
    }

    private static long last(Connection old) throws SQLException {
        return Sql.first(old, "SELECT max(seq) FROM entry NOT INDEXED", row -> row.getLong(1))
                .orElse(0L);
    }

    private static Optional<Row> row(Connection old, long seq) {
        try {
            Optional<byte[]> sealed = Payloads.body(old, seq);
            List<Piece> parts = Payloads.parts(old, seq);
            Optional<Row> found = Sql.first(
                    old,
                    "SELECT " + COLUMNS + " FROM entry NOT INDEXED WHERE seq = ?",
                    row -> read(row, seq, sealed, parts),
                    seq);
            return found.filter(Salvage::whole);
        } catch (SQLException e) {
            LOG.error("entry {} of the damaged store cannot be read", seq);
            return Optional.empty();
        }
    }

    private static Row read(ResultSet row, long seq, Optional<byte[]> sealed, List<Piece> parts) throws SQLException {
        List<Object> columns = new ArrayList<>();
        for (int i = 1; i <= COLUMN_COUNT; i++) {
            columns.add(row.getObject(i));
        }
        return new Row(seq, columns.toArray(), sealed, parts);
    }

    private static boolean whole(Row row) {
        return row.sealed().map(it -> Sha256.field(it).equals(row.columns()[0])).orElse(true);
    }

    private static boolean insert(Connection connection, Row row) throws SQLException {
        int inserted = Sql.update(
                connection,
                "INSERT OR IGNORE INTO entry (" + COLUMNS + ") VALUES (?" + ", ?".repeat(COLUMN_COUNT - 1) + ")",
                row.columns());
        if (inserted == 1 && row.sealed().isPresent()) {
            long seq = Sql.first(connection, "SELECT last_insert_rowid()", it -> it.getLong(1))
                    .orElseThrow();
            Sql.update(
                    connection,
                    "INSERT INTO sealed (seq, bytes) VALUES (?, ?)",
                    seq,
                    row.sealed().get());
            for (Piece piece : row.parts()) {
                Payloads.insert(connection, seq, piece);
            }
        }
        return true;
    }
}
