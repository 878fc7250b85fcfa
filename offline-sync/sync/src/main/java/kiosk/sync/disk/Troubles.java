package kiosk.sync.disk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * How often the store failed since something was written to it. That something could be read says nothing: a disk may fail everything
 * that is written, and give what it has.
 */
public final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final int TO_CLOSE = 2;

    private final AtomicInteger count = new AtomicInteger();
    private boolean indexesAreWrong;
    private long before;
    private boolean written;

    /** The store failed. */
    public void happened(SQLException e) {
        LOG.error("the store failed with SQLite result {}", e.getErrorCode());
        count.incrementAndGet();
        indexesAreWrong = e instanceof SQLiteException it && it.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT_INDEX;
    }

    /** The store, opened again: where a row no longer is what its index says of it, the indexes are made anew. */
    public Connection mended(Connection connection) throws SQLException {
        if (!indexesAreWrong) {
            return connection;
        }
        indexesAreWrong = false;
        boolean mended = false;
        try {
            LOG.error("a row of the store is not what its index says; the indexes are made anew");
            reindex(connection);
            connection.commit();
            mended = true;
            return connection;
        } finally {
            if (!mended) {
                connection.close();
            }
        }
    }

    /** Makes all indexes anew. */
    public static void reindex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("REINDEX");
        }
    }

    /** A transaction begins. */
    public void begin(Connection connection) throws SQLException {
        written = false;
        before = count.get() == 0 ? 0 : changes(connection);
    }

    /** It is about to be committed. */
    public void committing(Connection connection) throws SQLException {
        written = count.get() > 0 && changes(connection) > before;
    }

    /** It was committed. */
    public void committed() {
        if (written) {
            count.set(0);
        }
    }

    private static long changes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT total_changes()")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether it failed more than once since something was written to it. */
    public boolean many() {
        return count.get() >= TO_CLOSE;
    }
}
