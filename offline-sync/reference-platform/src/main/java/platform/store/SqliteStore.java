package platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The platform's SQLite file: one connection, one transaction at a time, each on the disk before it is answered. */
public final class SqliteStore implements IngestStore {
    private static final List<String> SETTINGS = List.of(
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=FULL",
            "PRAGMA foreign_keys=ON",
            "PRAGMA busy_timeout=5000",
            "PRAGMA trusted_schema=OFF",
            "PRAGMA mmap_size=0");

    /** One transaction at a time needs no further lock, and takes numbers back with itself. */
    private static final Dialect DIALECT = new Dialect() {
        @Override
        public String forUpdate() {
            return "";
        }

        @Override
        public long next(Transaction transaction, String sequence) throws SQLException {
            return transaction
                    .one(
                            "INSERT INTO sequence (name, value) VALUES (?, 1)"
                                    + " ON CONFLICT (name) DO UPDATE SET value = sequence.value + 1 RETURNING value",
                            sequence)
                    .orElseThrow()
                    .number("value");
        }
    };

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private SqliteStore(Connection connection) {
        this.connection = connection;
    }

    public static SqliteStore open(Path file) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            boolean isReady = false;
            try {
                prepare(connection);
                isReady = true;
                return new SqliteStore(connection);
            } finally {
                if (!isReady) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        connection.setAutoCommit(false);
        Schema.make(connection, table -> table);
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        lock.lock();
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                T result = work.in(new Transaction(connection, DIALECT));
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw broken(e);
        } finally {
            lock.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UncheckedIOException broken(SQLException e) {
        return new UncheckedIOException("The platform's store failed.", new IOException(e));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw broken(e);
        } finally {
            lock.unlock();
        }
    }
}
