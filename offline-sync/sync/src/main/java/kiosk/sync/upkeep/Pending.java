package kiosk.sync.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written; a count that waits already need not wait twice. Where too much waits, all of it is let go, and the
 * whole book is written instead.
 */
final class Pending {
    private static final int MOST = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Set<Change> waiting = new LinkedHashSet<>();
    private boolean everything;
    private boolean closed;
    private long put;
    private long written;

    /**
     * What is to be written at once.
     *
     * @param upTo how much had ever been put by then
     */
    record Batch(List<Change> changes, boolean everything, long upTo) {}

    void add(Change change) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (waiting.size() >= MOST) {
                waiting.clear();
                everything = true;
            }
            if (!everything) {
                waiting.add(change);
            }
            put++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is to be written, or the end. */
    Batch take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !everything && !closed) {
                changed.await();
            }
            Batch batch = new Batch(new ArrayList<>(waiting), everything, put);
            waiting = new LinkedHashSet<>();
            everything = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    void written(Batch batch) {
        lock.lock();
        try {
            written = batch.upTo();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was taken is not on disk: the whole book is to be written. */
    void failed() {
        lock.lock();
        try {
            everything = true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets some time pass, so that one batch takes more; the end does not wait. */
    void pause(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was put so far is on disk; false if the time ends first. */
    boolean awaitWritten(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long upTo = put;
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (written < upTo && left > 0) {
                left = changed.awaitNanos(left);
            }
            return written >= upTo;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
