package kiosk.sync.number;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import kiosk.submission.SubmissionNumber;

/**
 * The numbers of a terminal. The last one lies on disk with what it was given to, or, where that was let go of, with its day; it is looked
 * up there once a day, and again after something went wrong, so that none is given twice, whatever day the clock goes back to.
 */
public final class Numbers {
    /** What a store remembers of the days whose entries it let go of: the last that was given. */
    public static final String TABLE = "CREATE TABLE IF NOT EXISTS given ("
            + " beginning TEXT PRIMARY KEY," // a number up to its count: terminal and day
            + " last INTEGER NOT NULL"
            + ") STRICT, WITHOUT ROWID";

    /** The last number given that begins so, without reading a row; numbers of a day are not all of one length. */
    public static final String LAST = "SELECT number FROM (SELECT number FROM entry INDEXED BY entry_due"
            + " WHERE next_at IS NOT NULL AND number >= ?1 AND number < ?2 UNION ALL SELECT number FROM entry"
            + " INDEXED BY entry_rest WHERE next_at IS NULL AND number >= ?1 AND number < ?2)"
            + " ORDER BY length(number) DESC, number DESC LIMIT 1";

    private static final String LAST_LET_GO = "SELECT last FROM given WHERE beginning = ?";
    private static final String BEGINNING = "rtrim(substr(number, 1, length(number) - 2), '0123456789')";
    private static final String REMEMBER = "INSERT INTO given (beginning, last) SELECT " + BEGINNING
            + ", CAST(substr(number, length(" + BEGINNING + ") + 1) AS INTEGER) FROM entry WHERE ";
    private static final String THE_HIGHER = " ON CONFLICT (beginning) DO UPDATE SET last = max(last, excluded.last)";

    private static final int CHECK = 2;
    private static final int FIRST_AFTER_A_LEAP = 100_000;
    private static final int A_SECOND = 10;

    private final String terminal;
    private final int base;
    private final ZoneId zone;
    private LocalDate day = LocalDate.MIN;
    private long leapt;
    private int last;

    /** The numbers of that terminal, higher than the base. */
    public Numbers(String terminal, int base, ZoneId zone) {
        this.terminal = terminal;
        this.base = base;
        this.zone = zone;
    }

    /** The next one of that day; it counts as given when it is stored with what it is given to. */
    public synchronized SubmissionNumber next(Connection connection, LocalDate today) throws SQLException {
        long leap = Long.parseLong(first(connection, "SELECT coalesce(max(at), 0) FROM leap", "0"));
        if (!today.equals(day) || leapt != leap) {
            last = Math.max(Math.max(base, after(leap, today)), lastOf(connection, today));
            leapt = leap;
            day = today;
        }
        last++;
        return SubmissionNumber.of(terminal, today, last);
    }

    /** The later in the day the higher, so that a disk put back to the same state twice leads to another range each time. */
    private int after(long leap, LocalDate today) {
        ZonedDateTime at = Instant.ofEpochMilli(leap).atZone(zone);
        int second = at.toLocalTime().toSecondOfDay();
        return at.toLocalDate().equals(today) ? FIRST_AFTER_A_LEAP + A_SECOND * second : 0;
    }

    private int lastOf(Connection connection, LocalDate today) throws SQLException {
        String number = SubmissionNumber.of(terminal, today, 1).text();
        String beginning = number.substring(0, number.lastIndexOf('-', number.length() - CHECK - 1) + 1);
        String found = first(connection, LAST, beginning + "0" + " ".repeat(CHECK), beginning, beginning + ':');
        int here = Integer.parseInt(found.substring(beginning.length(), found.length() - CHECK));
        return Math.max(here, Integer.parseInt(first(connection, LAST_LET_GO, "0", beginning)));
    }

    private static String first(Connection connection, String sql, String otherwise, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : otherwise;
            }
        }
    }

    /** The last number may be another than the one that was given last. */
    public synchronized void lookAgain() {
        day = LocalDate.MIN;
    }

    /** Remembers the numbers of entries that are about to be let go of; {@code which} is what holds for them. */
    public static void remember(Connection connection, String which, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER + which + THE_HIGHER)) {
            statement.setObject(1, value);
            statement.executeUpdate();
        }
    }
}
