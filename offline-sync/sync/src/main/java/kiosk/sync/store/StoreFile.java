package kiosk.sync.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import kiosk.sync.disk.StoreConnection;
import kiosk.sync.number.Numbers;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * How the database file is opened: WAL with synchronous FULL, so that a commit that returned survives a loss of power; deleted
 * bytes are overwritten where a page is written anyway, but no page for that alone: what was sealed cannot be opened here, and to write
 * it once more as zeros took half of what a delivery asks of the disk; nothing of it goes to the temporary folder; extensions stay off.
 *
 * <p>What the log holds is carried into the database first: after a sync that failed, or a process that was killed before one, a row
 * may be seen that only the system's memory holds, and a further sync of the log need not write it (Rebello et al., "Can Applications
 * Recover from fsync Failures?", ATC 2020). Carried over it is written anew and synced; only then may anybody believe it.
 */
final class StoreFile {
    private static final int PAGE = 4096;
    private static final int SCHEMA = 4;
    private static final int PAGES_TO_DRAIN = 256;
    private static final int WAITING_FOR_ANOTHER = 5000;
    /** Whoever asks is told soon that the store cannot be had now, and asks again. */
    private static final int WAITING_FOR_A_READER = 300;

    private static final String SETTINGS = """
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA cell_size_check = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA secure_delete = FAST;
            PRAGMA journal_size_limit = 16777216;
            PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY
            """;

    private StoreFile() {}

    /** Opens the file, making its tables where it is new; it may grow to {@code mostBytes}. */
    static Connection open(Path file, long mostBytes) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(WAITING_FOR_ANOTHER);
        config.enforceForeignKeys(true);
        config.setPageSize(PAGE);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setGetGeneratedKeys(false);
        Connection connection = StoreConnection.open(file, config);
        try {
            prepare(connection, mostBytes);
            return connection;
        } catch (SQLException | IllegalStateException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, long mostBytes) throws SQLException {
        checkEngine(Sql.text(connection, "SELECT sqlite_version()"));
        Sql.script(connection, SETTINGS);
        Sql.script(connection, "PRAGMA busy_timeout = " + WAITING_FOR_A_READER);
        carryOver(connection);
        Sql.script(connection, "PRAGMA busy_timeout = " + WAITING_FOR_ANOTHER);
        Sql.text(connection, "PRAGMA max_page_count = " + mostBytes / PAGE);
        connection.setAutoCommit(false);
        int schema = Integer.parseInt(Sql.text(connection, "PRAGMA user_version"));
        if (schema > SCHEMA) {
            throw new IllegalStateException("the store was written by a newer version of this program");
        }
        if (schema == 0) {
            Sql.script(connection, schema());
        }
        if (schema > 0 && schema < SCHEMA) {
            throw new IllegalStateException(
                    "the store is of an earlier version, whose sealed submissions the platform no longer"
                            + " takes; it is to be delivered by the program that wrote it, and then put aside");
        }
        Sql.script(connection, Numbers.TABLE);
        connection.commit();
    }

    /** Does what frees more than it takes in a file that may have grown as far as it may: it may grow a little more meanwhile. */
    static <T> T growing(Connection connection, Database.Work<T> work) throws SQLException {
        String most = Sql.text(connection, "PRAGMA max_page_count");
        Sql.text(connection, "PRAGMA max_page_count = " + (Long.parseLong(most) + PAGES_TO_DRAIN));
        try {
            return work.on(connection);
        } finally {
            Sql.text(connection, "PRAGMA max_page_count = " + most);
        }
    }

    /**
     * Carries what the log holds into the database, so that the log begins anew with the next commit; where a reader is in the way
     * as far as it goes. It is a piece of work by itself: a transaction has to end for it.
     */
    static String emptyLog(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try {
            return Sql.text(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Writes a row and takes it away again: a change of no consequence, which must reach the disk like any other. */
    static int touch(Connection connection) throws SQLException {
        Sql.update(connection, "INSERT INTO checkpoint (count, hash) VALUES (-1, x'')");
        return Sql.update(connection, "DELETE FROM checkpoint WHERE count = -1");
    }

    /** How much of the file is used. */
    static long usedBytes(Connection connection) throws SQLException {
        long pages = Long.parseLong(Sql.text(connection, "PRAGMA page_count"));
        return (pages - Long.parseLong(Sql.text(connection, "PRAGMA freelist_count"))) * PAGE;
    }

    /** Where somebody still reads from the log it stays, and SQLite says so in a row, as if nothing were wrong. */
    private static void carryOver(Connection connection) throws SQLException {
        boolean whole = Sql.first(
                        connection,
                        "PRAGMA wal_checkpoint(TRUNCATE)",
                        row -> row.getInt(1) == 0 && row.getInt(2) == row.getInt(3))
                .orElse(false);
        if (!whole) {
            throw new SQLException("the log cannot be carried into the database", "", SQLiteErrorCode.SQLITE_BUSY.code);
        }
    }

    /** Versions 3.7.0 to 3.51.2 can damage a database whose WAL is reset while another connection writes (sqlite.org/wal.html). */
    static void checkEngine(String version) {
        String[] parts = version.split("\\.");
        int number = 0;
        for (int i = 0; i < 3; i++) {
            number = number * 1000 + Integer.parseInt(parts[i]);
        }
        if (number < 3_051_003) {
            throw new IllegalStateException("SQLite " + version + " can damage the store; 3.51.3 or newer is needed");
        }
    }

    private static String schema() {
        try (InputStream in = StoreFile.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\\n]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql cannot be read from the program", e);
        }
    }
}
