package kiosk.sync.courier;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import kiosk.sync.store.Parcel;
import kiosk.sync.wire.Dispatcher;

/**
 * The share of the line that large parts get: what the platform allows; little, and in small pieces, while somebody is served at the
 * terminal, whose questions share the line; nothing while somebody stands and waits for an answer to
 * what he handed in, which has the whole line itself.
 */
public final class Bandwidth implements Dispatcher.Throttle {
    /** 64 KiB in a second: half of a line of one megabit. */
    static final long WHILE_SERVED = 64 << 10;

    private static final int PIECE_WHILE_SERVED = 32 << 10;
    /** Longer than anybody is made to wait for an answer. */
    private static final long LONGEST_HOLD = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Long> allowed = Optional.empty();
    private boolean served;
    private boolean held;
    private long heldSince;
    private long freeAt;

    /** @param nanos never goes back: {@link System#nanoTime()} */
    public Bandwidth(LongSupplier nanos) {
        this.nanos = nanos;
        this.freeAt = nanos.getAsLong();
    }

    /** What the platform allows in a second. */
    void allow(Optional<Long> bytesPerSecond) {
        change(() -> allowed = bytesPerSecond);
    }

    /** Whether somebody is served at the terminal. */
    void served(boolean so) {
        change(() -> served = so);
    }

    /** Whether the answer to a submission is waited for at the terminal. */
    void held(boolean so) {
        change(() -> {
            heldSince = so && !held ? nanos.getAsLong() : heldSince;
            held = so;
        });
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int next(Parcel parcel, int most) throws InterruptedException {
        return parcel.awaited() ? most : next(most);
    }

    /** The next piece of what nobody waits for. */
    int next(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = left(); left > 0; left = left()) {
                changed.await(left, TimeUnit.NANOSECONDS);
            }
            return taken(most);
        } finally {
            lock.unlock();
        }
    }

    /** How long the next piece is to wait, as things stand. */
    long left() {
        long now = nanos.getAsLong();
        long hold = held ? heldSince + LONGEST_HOLD - now : 0;
        return Math.max(hold, rate().isPresent() ? freeAt - now : 0);
    }

    private int taken(int most) {
        int bytes = served ? Math.min(most, PIECE_WHILE_SERVED) : most;
        long now = nanos.getAsLong();
        freeAt = Math.max(now, freeAt)
                + rate().map(it -> (long) ((double) bytes / it * TimeUnit.SECONDS.toNanos(1)))
                        .orElse(0L);
        return bytes;
    }

    private Optional<Long> rate() {
        return served ? Optional.of(Math.min(WHILE_SERVED, allowed.orElse(WHILE_SERVED))) : allowed;
    }
}
