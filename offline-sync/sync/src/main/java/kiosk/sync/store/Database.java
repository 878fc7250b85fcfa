package kiosk.sync.store;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import kiosk.sync.disk.PieceOfWork;
import kiosk.sync.disk.PieceOfWork.After;
import kiosk.sync.disk.QuietMoment;
import kiosk.sync.disk.Reopening;
import kiosk.sync.disk.Troubles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to the store. Each piece of work is a transaction: all of it is on disk when the call returns, or none of it.
 *
 * <p>Work waits in one queue and is done in its order, by whoever waits for some and has the turn, so that nobody who is alone waits
 * for another thread. What waits together goes with one commit, each piece within its own savepoint, and is answered after it.
 *
 * <p>The log is emptied in a quiet moment; by SQLite itself, in the way of a commit, where none comes before it is 16 MB long.
 *
 * <p>A commit that failed with an I/O error may be on disk nevertheless. The connection is closed then, the next piece of work
 * opens it again, and who asked must look: {@link StoreTrouble.Kind#UNSURE}. So it is on a full disk, to give back what its log took.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int WAITING_WORK = 1024;
    private static final int MOST_IN_A_COMMIT = 32;
    private static final int WORTH_EMPTYING = 100;

    private final Reopening connection;
    private final BlockingQueue<PieceOfWork<?>> waiting = new ArrayBlockingQueue<>(WAITING_WORK);
    /** Whoever holds it uses the connection; the first come is the first served. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ThreadPoolExecutor thread;
    private final QuietMoment quiet;
    private boolean ended;
    private final Troubles troubles = new Troubles();
    private final AtomicLong changes = new AtomicLong();

    /** How a connection is made. */
    interface Opening extends Reopening.Opening {}

    /** What is done in one transaction. */
    interface Work<T> extends PieceOfWork.Deed<T> {}

    Database(Opening opening) {
        this(opening, Duration.ofSeconds(2));
    }

    /** One that empties its log where nothing was done for so long. */
    Database(Opening opening, Duration quietFor) {
        this.connection = new Reopening(() -> troubles.mended(opening.open()));
        this.quiet = new QuietMoment(quietFor, WORTH_EMPTYING, () -> soon(StoreFile::emptyLog, () -> {}, () -> {}));
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), Database::named);
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
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
        return answer(asked(PieceOfWork.together(work)));
    }

    /** Does the work in a transaction of its own and waits for it, and {@code then} what follows, before anything else, once it is on disk. */
    <T> T run(Work<T> work, Runnable then) {
        return answer(asked(PieceOfWork.alone(work, new After(then, () -> {}))));
    }

    /** Does the work in a transaction of its own some time soon, and {@code then} what follows once it is on disk, or {@code otherwise}. */
    void soon(Work<?> work, Runnable then, Runnable otherwise) {
        if (thread.isShutdown() || !waiting.offer(PieceOfWork.alone(work, new After(then, otherwise)))) {
            LOG.debug("the store is closed, or has too much to do");
            otherwise.run();
            return;
        }
        thread.execute(this::serveAll);
    }

    private <T> PieceOfWork<T> asked(PieceOfWork<T> piece) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("work for the store asks for more work");
        }
        if (thread.isShutdown() || !waiting.offer(piece)) {
            throw new RejectedExecutionException("the store is closed, or has too much to do");
        }
        return piece;
    }

    private <T> T answer(PieceOfWork<T> asked) {
        if (!asked.ended()) {
            serveUntil(asked::ended);
        }
        return asked.answer();
    }

    private void serveAll() {
        serveUntil(waiting::isEmpty);
    }

    private void serveUntil(BooleanSupplier enough) {
        turn.lock();
        try {
            while (!enough.getAsBoolean()) {
                serve();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Serves those who wait longest, as many as go with one commit. */
    private void serve() {
        List<PieceOfWork<?>> together = new ArrayList<>(List.of(waiting.remove()));
        PieceOfWork<?> next = waiting.peek();
        while (next != null && !together.get(0).alone() && !next.alone() && together.size() < MOST_IN_A_COMMIT) {
            together.add(waiting.remove());
            next = waiting.peek();
        }
        RuntimeException trouble = transaction(together);
        together.forEach(it -> it.end(trouble));
    }

    private @Nullable RuntimeException transaction(List<PieceOfWork<?>> together) {
        boolean done = false;
        if (ended) {
            return new RejectedExecutionException("the store is closed");
        }
        try {
            Connection open = connection.connected();
            troubles.begin(open);
            for (PieceOfWork<?> each : together) {
                each.work(open, together.size());
            }
            if (together.stream().anyMatch(PieceOfWork::worked)) {
                troubles.committing(open);
                open.commit();
                done = true;
                troubles.committed();
                changes.addAndGet(together.size());
                quiet.happened();
            }
            return null;
        } catch (SQLException e) {
            return trouble(e);
        } catch (IllegalStateException | UncheckedIOException cannotBeOpened) {
            return cannotBeOpened;
        } finally {
            if (!done) {
                connection.undo();
            }
        }
    }

    /** Whether the store failed more than once since something was written to it. */
    boolean troubled() {
        return troubles.many();
    }

    /** How many pieces of work there were; the same number means that nothing changed. */
    long changes() {
        return changes.get();
    }

    /** How many pieces of work wait. */
    int waiting() {
        return waiting.size();
    }

    boolean closed() {
        return thread.isShutdown();
    }

    private RuntimeException trouble(SQLException e) {
        RuntimeException trouble = StoreTrouble.of(e);
        if (trouble instanceof StoreTrouble it) {
            connection.disconnect();
            if (it.kind() == StoreTrouble.Kind.UNSURE) {
                troubles.happened(e);
            }
        }
        return trouble;
    }

    /** Ends what is begun, and closes the file. Harmless twice. */
    @Override
    public void close() {
        thread.shutdown();
        serveAll();
        turn.lock();
        try {
            ended = true;
            connection.disconnect();
        } finally {
            turn.unlock();
        }
    }
}
