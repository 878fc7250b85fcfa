package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.Sha256;
import org.jspecify.annotations.Nullable;

/** The statements on the queue's rows; each is called within a transaction. */
final class Entries {
    /** The next one due, by the index on {@code next_at} alone. */
    static final String DUE =
            "SELECT " + Entry.COLUMNS + " FROM entry WHERE next_at <= ? ORDER BY next_at, seq LIMIT 1";

    private static final String SELECT = "SELECT " + Entry.COLUMNS + " FROM entry ";

    private Entries() {}

    /**
     * What is about to be queued.
     *
     * @param rates for a rating the uuid that is rated
     * @param dueAtOnce whether the courier may take it now
     */
    record NewEntry(
            SubmissionId id,
            Labels labels,
            @Nullable String rates,
            EntryState state,
            boolean dueAtOnce,
            byte[] sealed) {}

    static Optional<Entry> find(Connection connection, SubmissionId id) throws SQLException {
        return Sql.first(connection, SELECT + "WHERE id = ?", Entry::from, id.toString());
    }

    static Optional<Entry> due(Connection connection, Instant now) throws SQLException {
        return Sql.first(connection, DUE, Entry::from, now.toEpochMilli());
    }

    static Optional<Entry> due(Connection connection, Instant now, String id) throws SQLException {
        return Sql.first(connection, SELECT + "WHERE id = ? AND next_at <= ?", Entry::from, id, now.toEpochMilli());
    }

    static List<Entry> undelivered(Connection connection, int most) throws SQLException {
        return Sql.all(
                connection,
                SELECT + "WHERE state IN ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED') ORDER BY seq LIMIT ?",
                Entry::from,
                most);
    }

    /** The next number of the day; {@code base} is where a day begins. */
    static int count(Connection connection, LocalDate day, int base) throws SQLException {
        return Sql.first(
                        connection,
                        "INSERT INTO counter (day, last) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET last = last + 1"
                                + " RETURNING last",
                        row -> row.getInt(1),
                        day.toString(),
                        base + 1)
                .orElseThrow();
    }

    static void insert(Connection connection, NewEntry entry, Instant now) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO entry (id, number, kind, item, rates, state, digest, taken_at, changed_at, next_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id().toString(),
                entry.labels().number().text(),
                entry.labels().kind(),
                entry.labels().item(),
                entry.rates(),
                entry.state().name(),
                Sha256.field(entry.sealed()),
                now.toEpochMilli(),
                now.toEpochMilli(),
                entry.dueAtOnce() ? now.toEpochMilli() : null);
        if (entry.state() != EntryState.GIVEN_UP) {
            Sql.update(connection, "INSERT INTO sealed (seq, bytes) VALUES (last_insert_rowid(), ?)", entry.sealed());
        }
    }

    static Optional<byte[]> sealed(Connection connection, long seq) throws SQLException {
        return Sql.first(connection, "SELECT bytes FROM sealed WHERE seq = ?", row -> row.getBytes(1), seq);
    }

    /** Moves an entry to a state, due at that time or never. */
    static void move(Connection connection, long seq, EntryState to, Instant now, @Nullable Instant next)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE entry SET state = ?, changed_at = ?, next_at = ? WHERE seq = ?",
                to.name(),
                now.toEpochMilli(),
                next == null ? null : next.toEpochMilli(),
                seq);
    }

    /** What has been held since that time or longer is unsettled now: the platform is asked for the money. */
    static int unsettle(Connection connection, Instant now, Instant heldSince) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE entry SET state = 'UNSETTLED', next_at = ?, changed_at = ? WHERE state = 'HELD' AND changed_at <= ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                heldSince.toEpochMilli());
    }

    static void letGo(Connection connection, long seq) throws SQLException {
        Sql.update(connection, "DELETE FROM sealed WHERE seq = ?", seq);
    }

    /** Lets the ratings of a submission go that will never be delivered. */
    static void letRatingsGo(Connection connection, String of, Instant now) throws SQLException {
        for (long seq : Sql.all(
                connection, "SELECT seq FROM entry WHERE rates = ? AND state = 'READY'", row -> row.getLong(1), of)) {
            move(connection, seq, EntryState.GIVEN_UP, now, null);
            letGo(connection, seq);
        }
    }

    /** Makes the ratings of a submission due that is delivered. */
    static void letRatingsFollow(Connection connection, String of, Instant now) throws SQLException {
        Sql.update(
                connection, "UPDATE entry SET next_at = ? WHERE rates = ? AND state = 'READY'", now.toEpochMilli(), of);
    }
}
