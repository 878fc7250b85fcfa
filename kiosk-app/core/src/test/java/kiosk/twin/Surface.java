package kiosk.twin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.device.Presence;

/** Where a card lies until it is lifted, and is read as often as it is asked for. */
final class Surface<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<T> lying = Optional.empty();
    private boolean blind;
    private int reads;

    void put(T thing) {
        changing(() -> lying = Optional.of(thing));
    }

    void lift() {
        changing(() -> lying = Optional.empty());
    }

    void blind() {
        changing(() -> blind = true);
    }

    void sighted() {
        changing(() -> blind = false);
    }

    private void changing(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<T> await(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            reads++;
            changed.signalAll();
            long left = patience.toNanos();
            while (lying.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return lying;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has been asked so often, ten seconds at most. */
    boolean askedTimes(int times) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(10);
        lock.lockInterruptibly();
        try {
            while (reads < times && left > 0) {
                left = changed.awaitNanos(left);
            }
            return reads >= times;
        } finally {
            lock.unlock();
        }
    }

    int reads() {
        lock.lock();
        try {
            return reads;
        } finally {
            lock.unlock();
        }
    }

    Presence presence() {
        lock.lock();
        try {
            if (blind) {
                return Presence.UNKNOWN;
            }
            return lying.isPresent() ? Presence.THERE : Presence.GONE;
        } finally {
            lock.unlock();
        }
    }
}
