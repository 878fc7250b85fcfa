package kiosk.visit.runner;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kiosk.visit.Visit;

/** Sees what is shown, and waits for what should be. */
final class Audience implements Consumer<Shown> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Shown last;
    private int pictures;
    private Predicate<Shown> breaksAt = any -> false;

    @Override
    public void accept(Shown shown) {
        lock.lock();
        try {
            last = shown;
            pictures++;
            changed.signalAll();
            if (breaksAt.test(shown)) {
                throw new IllegalStateException("a bug of the screen");
            }
        } finally {
            lock.unlock();
        }
    }

    /** The screen fails by a bug where this holds. */
    void breakAt(Predicate<Shown> picture) {
        lock.lock();
        try {
            breaksAt = picture;
        } finally {
            lock.unlock();
        }
    }

    Shown last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    int pictures() {
        lock.lock();
        try {
            return pictures;
        } finally {
            lock.unlock();
        }
    }

    <V extends Visit> Shown sees(Class<V> step) throws InterruptedException {
        return sees(step, any -> true);
    }

    <V extends Visit> Shown sees(Class<V> step, Predicate<V> as) throws InterruptedException {
        return waitFor(it -> step.isInstance(it.visit()) && as.test(step.cast(it.visit())), step.getSimpleName());
    }

    /** Waits until a picture is shown, ten seconds at most. */
    Shown waitFor(Predicate<Shown> picture, String what) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(10);
        lock.lockInterruptibly();
        try {
            while ((last == null || !picture.test(last)) && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (last == null || !picture.test(last)) {
                throw new AssertionError("waited for " + what + ", saw " + last);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a picture after so many. */
    void waitForMoreThan(int before) throws InterruptedException {
        waitFor(any -> pictures > before, "another picture");
    }
}
