package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The one connection to the store and the one thread that uses it. Each piece of work is a transaction: all of it is on disk
 * when the call returns, or none of it.
 *
 * <p>A commit that failed with an I/O error may be on disk nevertheless. The connection is closed then, the next piece of work
 * opens it again, and who asked must look: {@link StoreTrouble.Kind#UNSURE}.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int WAITING_WORK = 1024;
    private static final int TROUBLES_TO_CLOSE = 2;

    private final Opening opening;
    private final ThreadPoolExecutor thread;
    private @Nullable Connection connection;
    private final AtomicInteger troubles = new AtomicInteger();
    private final AtomicLong changes = new AtomicLong();

    /** How a connection is made. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    Database(Opening opening) {
        this.opening = opening;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_WORK), Database::named);
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "store");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work in a transaction and waits for it; an interrupt does not end the wait, because only the end tells what is stored.
     *
     * @throws StoreTrouble if the store fails
     */
    <T> T run(Work<T> work) {
        return run(work, () -> {});
    }

    /** Does the work and waits for it, and {@code then} on the store's own thread what follows once it is on disk. */
    <T> T run(Work<T> work, Runnable then) {
        return ended(thread.submit(() -> {
            T result = transaction(work);
            then.run();
            return result;
        }));
    }

    /** Does the work in a transaction some time soon, and {@code then} what follows once it is on disk, or {@code otherwise}. */
    void soon(Work<?> work, Runnable then, Runnable otherwise) {
        try {
            thread.execute(() -> quietly(work, then, otherwise));
        } catch (RejectedExecutionException closed) {
            LOG.debug("the store is closed, or has too much to do");
            otherwise.run();
        }
    }

    private void quietly(Work<?> work, Runnable then, Runnable otherwise) {
        Runnable next = otherwise;
        try {
            transaction(work);
            next = then;
        } catch (StoreTrouble e) {
            LOG.warn("work for the store is put off: {}", e.kind());
        } finally {
            next.run();
        }
    }

    /** Whether the store failed more than once since it last worked. */
    boolean troubled() {
        return troubles.get() >= TROUBLES_TO_CLOSE;
    }

    /** How many transactions there were; the same number means that nothing changed. */
    long changes() {
        return changes.get();
    }

    boolean closed() {
        return thread.isShutdown();
    }

    private <T> T transaction(Work<T> work) {
        boolean done = false;
        try {
            Connection open = connected();
            T result = work.on(open);
            open.commit();
            done = true;
            troubles.set(0);
            changes.incrementAndGet();
            return result;
        } catch (SQLException e) {
            throw trouble(e);
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = opening.open();
            connection = open;
        }
        return open;
    }

    private RuntimeException trouble(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return new IllegalStateException("the store's own rules were broken", e);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new StoreTrouble(StoreTrouble.Kind.FULL, e);
        }
        troubles.incrementAndGet();
        LOG.error("the store failed with SQLite result {}", e.getErrorCode());
        disconnect();
        return new StoreTrouble(StoreTrouble.Kind.UNSURE, e);
    }

    private void undo() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.error("a change could not be undone: SQLite result {}", e.getErrorCode());
            disconnect();
        }
    }

    private void disconnect() {
        try (Connection open = connection) {
            connection = null;
            LOG.debug("connection closed: {}", open != null);
        } catch (SQLException e) {
            LOG.error("the store could not be closed: SQLite result {}", e.getErrorCode());
        }
    }

    private static <T> T ended(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("the store's thread failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends what is begun, and closes the file. Harmless twice. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            ended(thread.submit(this::disconnect));
            thread.shutdown();
        }
    }
}
