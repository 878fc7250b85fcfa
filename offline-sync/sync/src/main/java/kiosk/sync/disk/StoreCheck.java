package kiosk.sync.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.diagnosis.HostFigures.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Reads the store's database through, over a connection of its own that writes nothing, beside the one that works on it. */
public final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);
    private static final int WAITING_FOR_A_WRITER = 1000;
    private static final String UNREAD =
            "SELECT EXISTS (SELECT 1 FROM entry WHERE next_at IS NOT NULL AND last = 'UNREAD')";

    private StoreCheck() {}

    /** How the database in that folder is; a check that takes longer than so long is broken off, and tells nothing. */
    public static Database of(Path folder, Duration patience) {
        Path file = folder.resolve("outbox.db");
        if (!Files.exists(file)) {
            return Database.UNKNOWN;
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(WAITING_FOR_A_WRITER);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            Database database = checked(statement, patience);
            return database == Database.SOUND && somethingIsUnread(statement) ? Database.UNREADABLE : database;
        } catch (SQLException e) {
            LOG.warn("the store could not be checked: SQLite result {}", e.getErrorCode());
            return saysDamaged(e) ? Database.CORRUPT : saysUnreadable(e) ? Database.UNREADABLE : Database.UNKNOWN;
        }
    }

    /** Whether SQLite says by this that the file is damaged, and not merely in the way of something. */
    public static boolean saysDamaged(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    private static boolean saysUnreadable(SQLException e) {
        return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_IOERR.code;
    }

    /** Whether the disk did not give a part of something that waits, when it was last to be sent. */
    private static boolean somethingIsUnread(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(UNREAD)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Database checked(Statement statement, Duration patience) throws SQLException {
        CountDownLatch done = new CountDownLatch(1);
        Thread watch = new Thread(() -> breakOff(statement, done, patience), "store-check");
        watch.setDaemon(true);
        watch.start();
        try (ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return rows.next() && "ok".equals(rows.getString(1)) ? Database.SOUND : Database.CORRUPT;
        } finally {
            done.countDown();
        }
    }

    private static void breakOff(Statement statement, CountDownLatch done, Duration patience) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                statement.cancel();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (SQLException tooLate) {
            LOG.debug("the check ended by itself");
        }
    }
}
