package kiosk.sync.disk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Waits, once enough has happened, until nothing happens for a while, and then does what should not be in anybody's way. */
public final class QuietMoment {
    private final int enough;
    private final Runnable deed;
    private final Executor afterAWhile;
    private final AtomicLong happened = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** @param deed is done by a thread that others need, too, and returns at once */
    public QuietMoment(Duration quietFor, int enough, Runnable deed) {
        this(CompletableFuture.delayedExecutor(quietFor.toNanos(), TimeUnit.NANOSECONDS, Runnable::run), enough, deed);
    }

    QuietMoment(Executor afterAWhile, int enough, Runnable deed) {
        this.afterAWhile = afterAWhile;
        this.enough = enough;
        this.deed = deed;
    }

    /** Something happened. */
    public void happened() {
        long now = happened.incrementAndGet();
        if (now >= enough && waiting.compareAndSet(false, true)) {
            lookAgain(now);
        }
    }

    private void lookAgain(long before) {
        afterAWhile.execute(() -> look(before));
    }

    private void look(long before) {
        if (happened.compareAndSet(before, 0)) {
            waiting.set(false);
            deed.run();
        } else {
            lookAgain(happened.get());
        }
    }
}
