package kiosk.sync.disk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Work for the store's connection that somebody waits for, and what became of it; until it is over only who has the connection's turn touches it. */
public final class PieceOfWork<T> {
    private final Deed<T> deed;
    private final After after;
    private final boolean alone;
    private @Nullable FutureTask<T> done;
    private @Nullable RuntimeException trouble;
    private volatile boolean ended;

    /** What is done with the connection. */
    public interface Deed<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * What follows at the end of work that is alone, before anything else is done with the connection.
     *
     * @param stored what follows once it is on disk
     * @param failed what follows where it could not be stored
     */
    public record After(Runnable stored, Runnable failed) {
        private static final After NOTHING = new After(() -> {}, () -> {});
    }

    private PieceOfWork(Deed<T> deed, After after, boolean alone) {
        this.deed = deed;
        this.after = after;
        this.alone = alone;
    }

    /** Work that goes with one commit with whatever else waits. */
    public static <T> PieceOfWork<T> together(Deed<T> deed) {
        return new PieceOfWork<>(deed, After.NOTHING, false);
    }

    /** Work that has a transaction of its own. */
    public static <T> PieceOfWork<T> alone(Deed<T> deed, After after) {
        return new PieceOfWork<>(deed, after, true);
    }

    /** Whether it has a transaction of its own. */
    public boolean alone() {
        return alone;
    }

    /** Does it, in a transaction of so many; among others so that, where it fails by itself, nothing of it stays, and the others' work does. */
    public void work(Connection connection, int together) throws SQLException {
        if (together > 1) {
            workAmongOthers(connection);
        } else if (tried(connection) instanceof SQLException sql) {
            throw sql;
        }
    }

    private void workAmongOthers(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Throwable failure = tried(connection);
        if (failure instanceof SQLException sql && !itsOwnFault(sql)) {
            throw sql;
        }
        if (failure != null) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
    }

    private static boolean itsOwnFault(SQLException e) {
        return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    private @Nullable Throwable tried(Connection connection) {
        FutureTask<T> task = new FutureTask<>(() -> deed.on(connection));
        done = task;
        task.run();
        return failure(task);
    }

    private static @Nullable Throwable failure(FutureTask<?> task) {
        try {
            task.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException("what is done cannot be waited for", e);
        }
    }

    /** Whether it was done, and only the commit is missing. */
    public boolean worked() {
        FutureTask<T> task = done;
        return task != null && failure(task) == null;
    }

    /** It is over: stored where there was no trouble. */
    public void end(@Nullable RuntimeException trouble) {
        this.trouble = trouble;
        (trouble == null && worked() ? after.stored() : after.failed()).run();
        ended = true;
    }

    /** Whether it is over. */
    public boolean ended() {
        return ended;
    }

    /** What came of it, once it is over; it throws what made it fail. */
    public T answer() {
        if (trouble != null) {
            throw trouble;
        }
        try {
            if (done != null) {
                return done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : broken(e.getCause());
        } catch (InterruptedException e) {
            throw broken(e);
        }
        throw new IllegalStateException("it is not over");
    }

    private static IllegalStateException broken(@Nullable Throwable cause) {
        return new IllegalStateException(
                cause instanceof SQLException ? "the store's own rules were broken" : "work for the store failed",
                cause);
    }
}
