package platform.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of connections, opened when first wanted, kept while they are sound; whoever finds none waits for a moment and is then
 * told so. One more is set apart for numbers, which are taken while a transaction holds another.
 */
final class ConnectionPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);
    private static final int CONNECTIONS = 12;
    private static final int PATIENCE_SECONDS = 5;

    private final String url;
    private final Semaphore free = new Semaphore(CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private @Nullable Connection forNumbers;
    private boolean closed;

    ConnectionPool(String url) {
        this.url = url;
    }

    Connection take() throws SQLException {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException("All connections are in use.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection.", e);
        }
        boolean taken = false;
        try {
            Connection kept = pollIdle();
            Connection connection = kept == null ? connect() : kept;
            taken = true;
            return connection;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private synchronized @Nullable Connection pollIdle() {
        return idle.pollFirst();
    }

    /** Keeps it for the next one, unless it broke. */
    void giveBack(Connection connection) {
        if (isSound(connection)) {
            keep(connection);
        } else {
            discard(connection);
        }
        free.release();
    }

    private synchronized void keep(Connection connection) {
        if (closed) {
            discard(connection);
        } else {
            idle.addFirst(connection);
        }
    }

    /** The driver closes what broke under a statement; asking the server each time would cost a way there and back. */
    private static boolean isSound(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    /** The connection numbers are taken over, each statement a transaction; the caller holds the numbers' lock. */
    Connection forNumbers() throws SQLException {
        Connection kept = forNumbers;
        if (kept == null || !isSound(kept)) {
            kept = connect();
            forNumbers = kept;
        }
        return kept;
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("logServerErrorDetail", "false");
        settings.setProperty("ApplicationName", "reference-platform");
        settings.setProperty(
                "options",
                "-c synchronous_commit=on -c statement_timeout=20000 -c lock_timeout=10000"
                        + " -c idle_in_transaction_session_timeout=30000");
        return DriverManager.getConnection(url, settings);
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.info("A broken connection did not close: {}", e.getSQLState());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ConnectionPool::discard);
        idle.clear();
        if (forNumbers != null) {
            discard(forNumbers);
        }
    }
}
