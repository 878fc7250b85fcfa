package kiosk.sync.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.PrintLedger;
import kiosk.submission.SubmissionId;
import kiosk.sync.disk.PartFiles;
import kiosk.sync.disk.StoreCheck;
import kiosk.sync.salvage.Remains;
import kiosk.sync.salvage.Shape;
import kiosk.sync.salvage.Traces;
import kiosk.sync.salvage.Wreck;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.store.Parcel.Piece;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what can be read of a damaged database. Its rows are asked for one by one, because one unreadable page must not cost the
 * others; an entry whose row is lost is made anew of its sealed body, and one whose body is lost is set aside, for a person to look at.
 * The damaged file stays. Done twice it does no harm.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final int AT_ONCE = 16;
    private static final String ROW = "SELECT " + Entry.COLUMNS + " FROM entry WHERE seq = ?";

    private final Wreck wreck;
    private final PartFiles files;
    private final Instant now;

    private Salvage(Wreck wreck, PartFiles files, Instant now) {
        this.wreck = wreck;
        this.files = files;
        this.now = now;
    }

    /**
     * What came of it.
     *
     * @param saved so many entries are there, those that were set aside among them
     * @param leftOut of so many there is a trace, and no more
     * @param toItsEnd whether there is nothing that might be read another time
     */
    record Outcome(int saved, int leftOut, boolean toItsEnd) {
        boolean note(Connection connection, Instant now) throws SQLException {
            SqliteJournal.write(connection, now, Occurrence.STORE_DAMAGED, new Journal.Count(saved));
            if (leftOut > 0) {
                LOG.error("{} entries of the damaged store could not be taken over", leftOut);
                SqliteJournal.write(connection, now, Occurrence.ENTRIES_LOST, new Journal.Count(leftOut));
            }
            return leftOut > 0;
        }
    }

    /** Takes over what can be read and is not there yet, what was printed as well. */
    static Outcome of(Path damaged, Database database, PartFiles files, Instant now) {
        try (Wreck wreck = Wreck.of(damaged)) {
            return new Salvage(wreck, files, now).into(database);
        } catch (SQLException e) {
            LOG.error("the damaged store cannot be read: SQLite result {}", e.getErrorCode());
            return new Outcome(0, 0, StoreCheck.saysDamaged(e));
        }
    }

    private Outcome into(Database database) {
        JournalHead reached = reached();
        database.run(connection -> goOnFrom(connection, reached));
        List.of("kept", "given", "leap").forEach(it -> takeOver(it, database));
        Collection<Map<String, @Nullable Object>> prints = prints();
        database.run(connection -> inserted(connection, "print", prints));
        int saved = 0;
        Traces traces = Traces.in(wreck);
        List<Long> all = traces.withTheGaps();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<Remains> some = all.subList(i, Math.min(i + AT_ONCE, all.size())).stream()
                    .map(seq -> Remains.of(wreck, seq, files))
                    .toList();
            saved += database.run(connection -> taken(connection, some));
        }
        return new Outcome(saved, Math.max(0, traces.seqs().size() - saved), wreck.readToItsEnd());
    }

    /** The furthest place of the journal's chain that can be read: of its last entry, or of the last that was sealed. */
    private JournalHead reached() {
        List<JournalHead> furthest = new ArrayList<>(List.of(JournalHead.EMPTY));
        Wreck.Each place = row ->
                place(row).filter(it -> it.count() > furthest.get(0).count()).ifPresent(it -> furthest.set(0, it));
        wreck.each("SELECT count, hex(hash) FROM checkpoint", "count", place);
        wreck.each("SELECT seq, hex(hash) FROM journal NOT INDEXED", "seq", place);
        wreck.each("SELECT journal_count, journal_head FROM entry NOT INDEXED", "seq", place);
        return furthest.get(0);
    }

    private static Optional<JournalHead> place(ResultSet row) throws SQLException {
        try {
            return Optional.of(JournalHead.read(row.getLong(1), String.valueOf(row.getString(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The chain goes on where the damaged one ended: what the platform countersigned stays true. */
    private static boolean goOnFrom(Connection connection, JournalHead reached) throws SQLException {
        boolean anew = SqliteJournal.head(connection).count() == 0 && reached.count() > 0;
        if (anew) {
            SqliteJournal.beginAt(connection, reached);
        }
        return anew;
    }

    /** A whole table, by its first column, which is the key. */
    private void takeOver(String table, Database database) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (wreck.has(table)) {
            wreck.each("SELECT * FROM " + table, "1", row -> rows.add(Wreck.values(row)));
        }
        database.run(connection -> inserted(connection, table, rows));
    }

    /** There is no ledger of prints in the first version. */
    private Collection<Map<String, @Nullable Object>> prints() {
        SortedMap<Long, Map<String, @Nullable Object>> prints = new TreeMap<>();
        if (wreck.has("print")) {
            wreck.each("SELECT * FROM print NOT INDEXED", "seq", row -> {
                Map<String, @Nullable Object> values = Wreck.values(row);
                if (understood(values)) {
                    prints.put(row.getLong("seq"), values);
                }
            });
        }
        return prints.values();
    }

    /** Only what the ledger can be read from again. */
    private static boolean understood(Map<String, @Nullable Object> print) {
        try {
            UUID.fromString(String.valueOf(print.get("attempt")));
            SubmissionId.parse(String.valueOf(print.get("submission")));
            PrintLedger.Paper.valueOf(String.valueOf(print.get("paper")));
            Object outcome = print.get("outcome");
            if (outcome != null) {
                PrintLedger.Outcome.valueOf(outcome.toString());
            }
            return true;
        } catch (IllegalArgumentException unknownWord) {
            LOG.error("a print of the damaged store cannot be understood");
            return false;
        }
    }

    private static int inserted(Connection connection, String table, Collection<Map<String, @Nullable Object>> rows)
            throws SQLException {
        Shape shape = Shape.of(connection, table);
        int inserted = 0;
        for (Map<String, @Nullable Object> row : rows) {
            inserted += shape.insert(connection, row) ? 1 : 0;
        }
        return inserted;
    }

    private int taken(Connection connection, List<Remains> some) throws SQLException {
        Shape shape = Shape.of(connection, "entry");
        int taken = 0;
        for (Remains each : some) {
            taken += there(connection, each) || whole(connection, shape, each) || setAside(connection, shape, each)
                    ? 1
                    : 0;
        }
        return taken;
    }

    /** Whether it was taken over before; what was only set aside then is looked at once more. */
    private static boolean there(Connection connection, Remains remains) throws SQLException {
        String id = remains.id().orElse("");
        Sql.update(
                connection,
                "DELETE FROM entry WHERE id = ? AND state = 'REFUSED' AND last = 'DAMAGED'"
                        + " AND seq NOT IN (SELECT seq FROM sealed)",
                id);
        return Sql.first(
                        connection,
                        "SELECT 1 FROM entry WHERE id = ?1 UNION ALL SELECT 1 FROM kept WHERE id = ?1",
                        row -> row.getInt(1),
                        id)
                .isPresent();
    }

    private boolean whole(Connection connection, Shape shape, Remains remains) throws SQLException {
        boolean whole = understood(connection, shape, remains.asItWas(shape))
                || understood(connection, shape, remains.rebuilt(false, now))
                || understood(connection, shape, remains.rebuilt(true, now));
        if (whole && remains.body().isPresent()) {
            long seq = last(connection);
            Payloads.insert(connection, remains.body().get(), List.of());
            for (Remains.Part part : remains.parts()) {
                Payloads.insert(
                        connection,
                        seq,
                        new Piece(part.number(), part.file(), part.length(), part.digest(), part.sent()));
            }
        }
        return whole;
    }

    private boolean setAside(Connection connection, Shape shape, Remains remains) throws SQLException {
        boolean aside = understood(connection, shape, remains.setAside(shape));
        if (aside) {
            SubmissionId id = SubmissionId.parse(remains.id().orElseThrow());
            SqliteJournal.write(connection, now, Occurrence.SUBMISSION_DAMAGED, new Journal.Of(id));
        }
        return aside;
    }

    /** Whether the row could be inserted and makes sense; what makes none does not stay. */
    private static boolean understood(Connection connection, Shape shape, Optional<Map<String, @Nullable Object>> row)
            throws SQLException {
        if (row.isEmpty() || !shape.insert(connection, row.get())) {
            return false;
        }
        long seq = last(connection);
        boolean understood = Sql.first(connection, ROW, Entry::from, seq)
                .map(it -> it.state() != EntryState.GARBLED)
                .orElse(false);
        if (!understood) {
            Sql.update(connection, "DELETE FROM entry WHERE seq = ?", seq);
        }
        return understood;
    }

    private static long last(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT last_insert_rowid()", it -> it.getLong(1))
                .orElseThrow();
    }
}
