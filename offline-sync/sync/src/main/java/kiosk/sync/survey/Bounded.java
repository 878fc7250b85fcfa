package kiosk.sync.survey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that is waited for no longer than its time, whatever it does: it has a thread of its own, which ends when it can. */
final class Bounded<T> {
    private final FutureTask<T> task;
    private final long begun = System.nanoTime();

    private Bounded(Supplier<T> work) {
        task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "survey");
        thread.setDaemon(true);
        thread.start();
    }

    static <T> Bounded<T> begin(Supplier<T> work) {
        return new Bounded<>(work);
    }

    /** What came of it; empty if it took longer than so long since it began. */
    Optional<T> within(Duration patience) throws InterruptedException {
        long left = patience.toNanos() - (System.nanoTime() - begun);
        try {
            return Optional.of(task.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException tooLong) {
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a look of the survey stumbled", bug.getCause());
        } finally {
            task.cancel(true);
        }
    }

    /** How long it has been since it began. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
