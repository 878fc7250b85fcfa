package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kiosk.submission.Outbox;

/** How an entry of the queue stands; the names are what is on disk. */
public enum EntryState {
    /** Must be paid first, and the citizen is at it. */
    HELD,
    /** Must be paid first, and the citizen is gone: the platform is asked what became of the money. */
    UNSETTLED,
    /** To be delivered. */
    READY,
    /** The platform wants something mended. */
    SENT_BACK,
    /** The platform refuses it for good. */
    REFUSED,
    /** The platform has it; its receipt is here. */
    DELIVERED,
    /** Never to be delivered. */
    GIVEN_UP,
    /** What is on disk of it makes no sense: a person must look at it, as soon as somebody comes across it. Never on disk itself. */
    GARBLED;

    /** What waits without the courier having anything to do for it. */
    private static final String UNDUE = " FROM entry WHERE next_at IS NULL AND state IN ('HELD', 'READY')";

    /** What is left of all: SQLite counts a whole table page by page, and a part of it row by row. */
    static final String COUNT_DELIVERED = "SELECT (SELECT count(*) FROM entry)"
            + " - (SELECT count(*) FROM entry WHERE next_at IS NOT NULL)"
            + " - (SELECT count(*) FROM entry WHERE next_at IS NULL AND state < 'DELIVERED')"
            + " - (SELECT count(*) FROM entry WHERE next_at IS NULL AND state > 'DELIVERED')";

    private static final String OLDEST = "SELECT taken_at FROM entry WHERE seq = (SELECT min(seq) FROM"
            + " (SELECT min(+seq) AS seq FROM entry WHERE next_at IS NOT NULL UNION ALL SELECT min(+seq)" + UNDUE
            + "))";

    /** How many entries are in which states. */
    static Outbox.Summary count(Connection connection) throws SQLException {
        return new Outbox.Summary(
                number(connection, "SELECT count(*) FROM entry WHERE next_at IS NOT NULL")
                        + number(connection, "SELECT count(*)" + UNDUE),
                number(connection, COUNT_DELIVERED),
                number(
                        connection,
                        "SELECT count(*) FROM entry WHERE next_at IS NULL AND state IN ('SENT_BACK', 'REFUSED')"),
                Sql.first(connection, OLDEST, row -> Instant.ofEpochMilli(row.getLong(1))),
                Optional.empty());
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Sql.first(connection, sql, row -> row.getInt(1)).orElseThrow();
    }
}
