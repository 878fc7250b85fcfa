package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Correction;
import kiosk.submission.SubmissionId;
import kiosk.sync.number.Numbers;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.Sealed;
import kiosk.sync.store.Parcel.Setback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements on the queue's rows; each is called within a transaction. */
final class Entries {
    private static final Logger LOG = LoggerFactory.getLogger(Entries.class);
    private static final String LONG_GIVEN_UP =
            "next_at IS NULL AND state = 'GIVEN_UP' AND changed_at < ? AND ledger_seq IS NULL";
    private static final String SELECT = "SELECT " + Entry.COLUMNS + " FROM entry ";
    static final String UNDELIVERED =
            SELECT + dueOr("'HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED'") + " ORDER BY seq LIMIT ?";
    static final String WRITTEN_AHEAD = "UPDATE entry SET next_at = ?1 + max(0, min(next_at - changed_at, ?2)),"
            + " changed_at = ?1 " + dueOr("'HELD'") + " AND changed_at > ?1";
    static final String NO_ANSWER_YET =
            "UPDATE entry SET next_at = ?1 WHERE next_at > ?1 AND last IN ('NO_ANSWER', 'BEGUN')";

    private Entries() {}

    /** What the courier has something to do for, and what is in one of those states; by the indexes, since most rows were delivered long ago. */
    static String dueOr(String states) {
        return "WHERE seq IN (SELECT seq FROM entry INDEXED BY entry_due WHERE next_at IS NOT NULL"
                + " UNION ALL SELECT seq FROM entry INDEXED BY entry_rest WHERE next_at IS NULL AND state IN (" + states
                + "))";
    }

    /**
     * What is about to be queued.
     *
     * @param rates for a rating the uuid that is rated
     * @param dueAtOnce whether the courier may take it now
     * @param holder the mark of who handed it in; none for a rating
     */
    record NewEntry(
            SubmissionId id,
            Labels labels,
            @Nullable String rates,
            EntryState state,
            boolean dueAtOnce,
            Optional<Correction> correction,
            @Nullable String holder) {}

    static Optional<Entry> find(Connection connection, SubmissionId id) throws SQLException {
        return Sql.first(connection, SELECT + "WHERE id = ?", Entry::from, id.toString());
    }

    /** Those of them that are here, at one go: the driver asks for the name of each column, each time. */
    static List<Entry> at(Connection connection, List<Long> seqs) throws SQLException {
        return Sql.all(
                connection, SELECT + "WHERE seq IN (SELECT value FROM json_each(?))", Entry::from, seqs.toString());
    }

    static Optional<Entry> due(Connection connection, Instant now, String id) throws SQLException {
        return Sql.first(connection, SELECT + "WHERE id = ? AND next_at <= ?", Entry::from, id, now.toEpochMilli());
    }

    static List<Entry> undelivered(Connection connection, int most) throws SQLException {
        return Sql.all(connection, UNDELIVERED, Entry::from, most);
    }

    static void insert(Connection connection, NewEntry entry, Sealed.Put put, Instant now, List<Parcel.Piece> pieces)
            throws SQLException {
        Optional<SubmissionId> replaces = entry.correction().flatMap(Correction::replaces);
        Sql.update(
                connection,
                "INSERT INTO entry (id, number, corrects, replaces, kind, item, department, large, rates, state, digest, body_digest,"
                        + " journal_count, journal_head, taken_at, changed_at, next_at, holder)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id().toString(),
                entry.labels().number(),
                entry.correction().isPresent() ? 1 : 0,
                replaces.map(SubmissionId::toString).orElse(null),
                entry.labels().kind(),
                entry.labels().item(),
                Parcel.department(entry.labels().item()),
                pieces.isEmpty() ? 0 : 1,
                entry.rates(),
                entry.state().name(),
                put.digest(),
                put.bodyDigest(),
                entry.labels().journal().count(),
                entry.labels().journal().field(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                entry.dueAtOnce() ? now.toEpochMilli() : null,
                entry.holder());
    }

    /** Lets go of what was given up before that time, but for its number. */
    static int forgetGivenUp(Connection connection, Instant keptSince) throws SQLException {
        Numbers.remember(connection, LONG_GIVEN_UP, keptSince.toEpochMilli());
        return Sql.update(connection, "DELETE FROM entry WHERE " + LONG_GIVEN_UP, keptSince.toEpochMilli());
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
                "UPDATE entry SET state = 'UNSETTLED', next_at = ?, changed_at = ?"
                        + " WHERE next_at IS NULL AND state = 'HELD' AND changed_at <= ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                heldSince.toEpochMilli());
    }

    /** The ratings of a submission that wait for it. */
    static List<Long> ratingsOf(Connection connection, String of) throws SQLException {
        return Sql.all(
                connection, "SELECT seq FROM entry WHERE rates = ? AND state = 'READY'", row -> row.getLong(1), of);
    }

    /** Makes due what waits for this one: its ratings once it is delivered, and what puts it right whatever became of it. */
    static void letFollow(Connection connection, String of, String column, Instant now) throws SQLException {
        Sql.update(
                connection,
                "UPDATE entry SET next_at = ? WHERE " + column + " = ? AND state = 'READY' AND next_at IS NULL",
                now.toEpochMilli(),
                of);
    }

    /** Makes due what waits for one that nothing leads to its end. */
    static int letStraysGo(Connection connection, Instant now) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE entry SET next_at = ? WHERE next_at IS NULL AND state = 'READY' AND NOT EXISTS (SELECT 1 FROM entry lead"
                        + " WHERE lead.id = coalesce(entry.rates, entry.replaces)"
                        + " AND lead.state IN ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK'))",
                now.toEpochMilli());
    }

    /** The next attempt is under way, and the one after it is due then. */
    static int begin(Connection connection, Entry entry, Instant now, IntFunction<Instant> again) throws SQLException {
        int attempts = entry.attempts() + 1;
        return Sql.update(
                connection,
                "UPDATE entry SET attempts = ?, next_at = ?, changed_at = ?, last = ? WHERE seq = ?",
                attempts,
                again.apply(attempts).toEpochMilli(),
                now.toEpochMilli(),
                Setback.BEGUN.name(),
                entry.seq());
    }

    /** Tried again then, unless it ended meanwhile. */
    static void postpone(Connection connection, Parcel parcel, Setback setback, Instant until, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE entry SET last = ?, next_at = ?, changed_at = ? WHERE seq = ? AND next_at IS NOT NULL",
                setback.name(),
                until.toEpochMilli(),
                now.toEpochMilli(),
                parcel.seq());
    }

    /** Keeps what the platform has against it. */
    static int end(Connection connection, long seq, EntryState how, String fields, String why) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE entry SET state = ?, fields = nullif(?, ''), last = ? WHERE seq = ?",
                how.name(),
                fields,
                why,
                seq);
    }

    /** Nothing more is tried; a person must look at it. */
    static void setAside(Connection connection, Entry entry, Setback why, Instant now) throws SQLException {
        LOG.error("{} was set aside: {}", entry.id(), why);
        move(connection, entry.seq(), EntryState.REFUSED, now, null);
        Sql.update(connection, "UPDATE entry SET last = ? WHERE seq = ?", why.name(), entry.seq());
        Occurrence what = why == Setback.CONFLICT ? Occurrence.SUBMISSION_CONFLICT : Occurrence.SUBMISSION_DAMAGED;
        SqliteJournal.write(connection, now, what, new Journal.Of(entry.submissionId()));
    }

    static Optional<Instant> nextDue(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "SELECT next_at FROM entry WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1",
                row -> Instant.ofEpochMilli(row.getLong(1)));
    }

    static int settle(Connection connection, long seq, Instant now) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE entry SET state = 'READY', next_at = ?, changed_at = ?, attempts = 0 WHERE seq = ? AND state = 'UNSETTLED'",
                now.toEpochMilli(),
                now.toEpochMilli(),
                seq);
    }

    static int lineIsBack(Connection connection, Instant now) throws SQLException {
        SqlitePrints.dueNow(connection, now);
        return Sql.update(connection, NO_ANSWER_YET, now.toEpochMilli());
    }

    /** What was written by a clock that was ahead of this one is to wait as long as it was to wait then; and nothing waits longer than that. */
    static int clockWentBack(Connection connection, Instant now, Duration longest) throws SQLException {
        SqlitePrints.dueNow(connection, now);
        return Sql.update(connection, WRITTEN_AHEAD, now.toEpochMilli(), longest.toMillis())
                + Sql.update(
                        connection,
                        "UPDATE entry SET next_at = ?1 WHERE next_at > ?1",
                        now.plus(longest).toEpochMilli());
    }

    /**
     * The clock was put on by so much, or back: what waits, and who stands and pays, has as much time as before; what was written by the
     * clock of now, before anybody saw that it is another, has its time already.
     */
    static int clockJumped(Connection connection, Instant now, Duration by, Duration longest) throws SQLException {
        SqlitePrints.clockJumped(connection, now, by);
        return Sql.update(
                        connection,
                        "UPDATE entry SET next_at = next_at + ?1, changed_at = changed_at + ?1 " + dueOr("'HELD'")
                                + " AND changed_at " + (by.isNegative() ? "> ?2" : "<= ?2"),
                        by.toMillis(),
                        now.minus(by.dividedBy(2)).toEpochMilli())
                + clockWentBack(connection, now, longest);
    }
}
