package kiosk.sync.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kiosk.platform.PrintReport;
import kiosk.submission.PrintLedger;
import kiosk.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger of prints in the store, and what of it the platform is still to be told. What a crash left at the printer may be out. */
public final class SqlitePrints implements PrintLedger {
    private static final Logger LOG = LoggerFactory.getLogger(SqlitePrints.class);
    private static final int KEPT = 20_000;

    private final Store store;
    private final Clock clock;

    /** The ledger in that store. */
    public SqlitePrints(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Closes what an earlier process began and never ended, and forgets the oldest of what is told. They are counted, and no date is
     * looked at: a terminal whose clock is wrong must not forget what it printed.
     */
    static void begin(Connection connection, Instant now) throws SQLException {
        Sql.update(
                connection,
                "UPDATE print SET outcome = 'PERHAPS', next_at = ? WHERE outcome IS NULL",
                now.toEpochMilli());
        Sql.update(
                connection,
                "DELETE FROM print WHERE next_at IS NULL AND outcome IS NOT NULL"
                        + " AND seq <= (SELECT max(seq) FROM print) - ?",
                KEPT);
    }

    /** Nothing waits any longer to be told: the line is back, or the clock that it waited by was put to another time. */
    static void dueNow(Connection connection, Instant now) throws SQLException {
        Sql.update(
                connection, "UPDATE print SET next_at = ? WHERE next_at > ?", now.toEpochMilli(), now.toEpochMilli());
    }

    /** What is still to be told is as old as it was before the clock was put on by so much, or back. */
    static void clockJumped(Connection connection, Instant now, Duration by) throws SQLException {
        Sql.update(
                connection,
                "UPDATE print SET began_at = began_at + ?1 WHERE (next_at IS NOT NULL OR outcome IS NULL) AND began_at "
                        + (by.isNegative() ? "> ?2" : "<= ?2"),
                by.toMillis(),
                now.minus(by.dividedBy(2)).toEpochMilli());
    }

    @Override
    public Optional<UUID> begins(SubmissionId id, Paper paper) {
        UUID attempt = UUID.randomUUID();
        try {
            store.drain(connection -> Sql.update(
                    connection,
                    "INSERT INTO print (attempt, submission, paper, began_at) VALUES (?, ?, ?, ?)",
                    attempt.toString(),
                    id.toString(),
                    paper.name(),
                    clock.millis()));
            return Optional.of(attempt);
        } catch (StoreTrouble e) {
            LOG.error("a print could not be written down: {}", e.kind());
            return Optional.empty();
        }
    }

    /** What cannot be stored stays at the printer, and counts as uncertain: no number is printed twice for that. */
    @Override
    public void ended(UUID attempt, Outcome outcome) {
        try {
            store.drain(connection -> Sql.update(
                    connection,
                    "UPDATE print SET outcome = ?, next_at = ? WHERE attempt = ? AND outcome IS NULL",
                    outcome.name(),
                    clock.millis(),
                    attempt.toString()));
            store.exchange().ring();
        } catch (StoreTrouble e) {
            LOG.error("the end of a print could not be written down: {}", e.kind());
        }
    }

    @Override
    public int printed(SubmissionId id, Paper paper) {
        return store.database()
                .run(connection -> Sql.first(
                                connection,
                                "SELECT count(*) FROM print WHERE submission = ? AND paper = ?"
                                        + " AND coalesce(outcome, 'PERHAPS') != 'NOT_OUT'",
                                row -> row.getInt(1),
                                id.toString(),
                                paper.name())
                        .orElseThrow());
    }

    /** The next one the platform is to be told of; what became of it is said by one of the two calls below. */
    public Optional<PrintReport> next(Instant now) {
        return store.drain(connection -> Sql.first(
                connection,
                "SELECT attempt, submission, paper, outcome, began_at FROM print WHERE next_at <= ?"
                        + " ORDER BY next_at LIMIT 1",
                SqlitePrints::report,
                now.toEpochMilli()));
    }

    private static PrintReport report(ResultSet row) throws SQLException {
        return new PrintReport(
                UUID.fromString(row.getString(1)),
                SubmissionId.parse(row.getString(2)),
                Paper.valueOf(row.getString(3)),
                Outcome.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    /** When there is something to tell next; empty when there is nothing. */
    public Optional<Instant> nextDue() {
        return store.database()
                .run(connection -> Sql.first(
                        connection,
                        "SELECT min(next_at) FROM print WHERE next_at IS NOT NULL HAVING min(next_at) IS NOT NULL",
                        row -> Instant.ofEpochMilli(row.getLong(1))));
    }

    /** The platform knows it, or never will. */
    public void told(PrintReport report) {
        store.drain(connection -> Sql.update(
                connection,
                "UPDATE print SET next_at = NULL WHERE attempt = ?",
                report.attempt().toString()));
    }

    /** Tried again then. */
    public void postponed(PrintReport report, Instant until) {
        store.drain(connection -> Sql.update(
                connection,
                "UPDATE print SET next_at = ? WHERE attempt = ? AND next_at IS NOT NULL",
                until.toEpochMilli(),
                report.attempt().toString()));
    }
}
